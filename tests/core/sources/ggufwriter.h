// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QtEndian>

#include <utility>
#include <vector>

/// Writes small GGUF files, right ones and wrong ones, in any version and byte order.
class GgufWriter
{
public:
    explicit GgufWriter(quint32 version = 3, bool bigEndian = false)
        : m_version(version)
        , m_bigEndian(bigEndian)
    {
    }

    GgufWriter &number(const QByteArray &key, quint32 value) { return entry(key, 4, bytes(value)); }
    GgufWriter &longNumber(const QByteArray &key, quint64 value) { return entry(key, 10, bytes(value)); }
    GgufWriter &flag(const QByteArray &key, bool value) { return entry(key, 7, QByteArray(1, value ? 1 : 0)); }
    GgufWriter &real(const QByteArray &key, float value)
    {
        quint32 bits = 0;
        memcpy(&bits, &value, 4);
        return entry(key, 6, bytes(bits));
    }
    GgufWriter &text(const QByteArray &key, const QByteArray &value) { return entry(key, 8, name(value)); }
    GgufWriter &numbers(const QByteArray &key, const QList<qint32> &values)
    {
        QByteArray list = bytes(quint32(5)) + length(quint64(values.size()));
        for (const qint32 value : values)
            list += bytes(value);
        return entry(key, 9, list);
    }
    GgufWriter &texts(const QByteArray &key, const QList<QByteArray> &values)
    {
        QByteArray list = bytes(quint32(8)) + length(quint64(values.size()));
        for (const QByteArray &value : values)
            list += name(value);
        return entry(key, 9, list);
    }
    /// A value whose bytes are given, behind its type.
    GgufWriter &entry(const QByteArray &key, quint32 type, const QByteArray &value)
    {
        m_keys += name(key) + bytes(type) + value;
        ++m_keyCount;
        return *this;
    }

    /// `dims` go from inner to outer, as in the file.
    GgufWriter &tensor(const QByteArray &tensorName, const QList<quint64> &dims, quint32 type, quint64 byteCount)
    {
        tensorAt(tensorName, dims, type, m_dataEnd);
        m_dataEnd = (m_dataEnd + byteCount + 31) / 32 * 32;
        return *this;
    }
    GgufWriter &tensorAt(const QByteArray &tensorName, const QList<quint64> &dims, quint32 type, quint64 offset)
    {
        m_tensors += name(tensorName) + bytes(quint32(dims.size()));
        for (const quint64 dim : dims)
            m_tensors += length(dim);
        m_tensors += bytes(type) + bytes(offset);
        ++m_tensorCount;
        return *this;
    }
    GgufWriter &f32(const QByteArray &tensorName, const QList<quint64> &dims)
    {
        quint64 count = 1;
        for (const quint64 dim : dims)
            count *= dim;
        return tensor(tensorName, dims, 0, count * 4);
    }
    /// Claims other counts than there are.
    GgufWriter &claim(quint64 tensors, quint64 keys)
    {
        m_tensorCount = tensors;
        m_keyCount = keys;
        return *this;
    }

    QByteArray header() const
    {
        return "GGUF" + bytes(m_version) + length(m_tensorCount) + length(m_keyCount) + m_keys + m_tensors;
    }
    quint64 dataBytes() const { return m_dataEnd; }
    /// With zeros for the data.
    QByteArray file() const
    {
        QByteArray all = header();
        all.append((32 - all.size() % 32) % 32, '\0');
        return all.append(qsizetype(m_dataEnd), '\0');
    }

    template <typename T>
    QByteArray bytes(T value) const
    {
        QByteArray raw(sizeof(T), '\0');
        m_bigEndian ? qToBigEndian(value, raw.data()) : qToLittleEndian(value, raw.data());
        return raw;
    }
    QByteArray length(quint64 value) const { return m_version == 1 ? bytes(quint32(value)) : bytes(value); }
    QByteArray name(const QByteArray &value) const { return length(quint64(value.size())) + value; }

private:
    quint32 m_version;
    bool m_bigEndian;
    QByteArray m_keys, m_tensors;
    quint64 m_keyCount = 0, m_tensorCount = 0, m_dataEnd = 0;
};
