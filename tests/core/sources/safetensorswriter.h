// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QtEndian>

/// Writes small safetensors files, right ones and wrong ones.
class SafetensorsWriter
{
public:
    SafetensorsWriter &tensor(const QByteArray &name, const QByteArray &dtype, const QList<qint64> &shape, qint64 bytes)
    {
        raw(name, dtype, shape, m_end, m_end + bytes);
        m_end += bytes;
        return *this;
    }
    SafetensorsWriter &bf16(const QByteArray &name, const QList<qint64> &shape)
    {
        qint64 count = 2;
        for (const qint64 length : shape)
            count *= length;
        return tensor(name, "BF16", shape, count);
    }
    SafetensorsWriter &raw(const QByteArray &name, const QByteArray &dtype, const QList<qint64> &shape, qint64 begin,
                           qint64 end)
    {
        QByteArray dims;
        for (const qint64 length : shape)
            dims += (dims.isEmpty() ? "" : ",") + QByteArray::number(length);
        return json("\"" + name + "\":{\"dtype\":\"" + dtype + "\",\"shape\":[" + dims + "],\"data_offsets\":["
                    + QByteArray::number(begin) + ',' + QByteArray::number(end) + "]}");
    }
    SafetensorsWriter &json(const QByteArray &entry)
    {
        m_entries += (m_entries.isEmpty() ? "" : ",") + entry;
        return *this;
    }

    static QByteArray withLength(const QByteArray &header, qint64 dataBytes = 0)
    {
        QByteArray length(8, '\0');
        qToLittleEndian(quint64(header.size()), length.data());
        return length + header + QByteArray(qsizetype(dataBytes), '\0');
    }
    QByteArray header() const { return withLength('{' + m_entries + '}'); }
    qint64 dataBytes() const { return m_end; }
    QByteArray file() const { return withLength('{' + m_entries + '}', m_end); }

private:
    QByteArray m_entries;
    qint64 m_end = 0;
};
