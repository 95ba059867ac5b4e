// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/bytereader.h"
#include "core/sources/gguf/gguffile.h"

namespace plimsoll {

/// The steps of readGgufFile().
class GgufReader
{
    Q_DECLARE_TR_FUNCTIONS(GgufReader)
public:
    GgufReader(ByteSource &source, const QString &place);
    Result<GgufFile> read();

private:
    void readPreamble();
    void readMetadata();
    void readTensors();
    void locateData();
    void checkExtents();

    quint64 readLength(); ///< 32 bits in version 1, 64 since
    QByteArray readName(const char *what);
    GgufMetadata::Value readValue(quint32 type);
    GgufMetadata::Value readText();
    GgufMetadata::Value readList();
    GgufMetadata::Value readNumber(quint32 type);
    void readTensor();
    bool readShape(StoredTensor &tensor, qint64 (&shape)[4]);

    ByteSource &m_source;
    ByteReader m_in;
    GgufFile m_file;
    QString m_field; ///< the key or tensor that is being read
    quint64 m_tensorCount = 0, m_keyCount = 0, m_alignment = 32;
};

} // namespace plimsoll
