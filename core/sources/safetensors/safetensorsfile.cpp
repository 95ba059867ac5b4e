// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/safetensors/safetensorsfile.h"

#include "core/sources/jsonpull.h"
#include "core/sources/safetensors/safetensorstypes.h"

#include <QtEndian>

#include <limits>

namespace plimsoll {
namespace {

using Token = JsonPull::Token;

struct SafetensorsTexts {
    Q_DECLARE_TR_FUNCTIONS(SafetensorsTexts)
};

Error failure(const char *code, quint64 offset, const QString &place, const QString &what)
{
    return {QString::fromLatin1(code), QStringLiteral("byte %1").arg(offset),
            SafetensorsTexts::tr("%1: At byte %2: %3").arg(place).arg(offset).arg(what), ErrorKind::File};
}

Result<QByteArray> readRange(ByteSource &source, const QString &place, quint64 offset, quint64 count)
{
    QByteArray bytes(qsizetype(count), Qt::Uninitialized);
    if (source.read(offset, bytes.data(), bytes.size()) != bytes.size())
        return source.shortRead(offset + count, place);
    return bytes;
}

/// Reads the JSON object of a header.
class HeaderReader
{
    Q_DECLARE_TR_FUNCTIONS(SafetensorsHeader)
public:
    HeaderReader(QByteArrayView header, const QString &place, quint16 file, StoredTensors &tensors)
        : m_json(header, place, 8)
        , m_dataOffset(8 + quint64(header.size()))
        , m_file(file)
        , m_tensors(tensors)
    {
    }

    /// `fileSize` is zero where the data is not there.
    std::optional<Error> read(quint64 fileSize);

private:
    void readTensor();
    void readShape();
    void readOffsets();
    void finishTensor();
    std::optional<quint64> readCount();
    void failField(const char *code, const QString &what);
    QString shown() const { return QString::fromUtf8(m_name.left(200)); }

    JsonPull m_json;
    quint64 m_dataOffset, m_fileSize = 0;
    quint16 m_file;
    StoredTensors &m_tensors;
    QByteArray m_name;
    StoredTensor m_tensor;
    std::vector<qint64> m_shape;
    quint64 m_begin = 0, m_end = 0;
    bool m_hasShape = false, m_hasOffsets = false;
};

std::optional<Error> HeaderReader::read(quint64 fileSize)
{
    m_fileSize = fileSize;
    m_json.expect(Token::BeginObject, tr("expected the \"{\" of a header. This may be no safetensors file."));
    while (m_json.ok() && m_json.next() == Token::Key) {
        m_name.resize(0); // keeps its memory
        m_name.append(m_json.text());
        if (m_name == "__metadata__")
            m_json.skipValue();
        else
            readTensor();
    }
    m_json.expectEnd();
    if (!m_json.ok())
        return m_json.error();
    return std::nullopt;
}

void HeaderReader::readTensor()
{
    m_tensor = {};
    m_hasShape = m_hasOffsets = false;
    if (m_json.next() != Token::BeginObject) {
        failField("bad-value", tr("expected an object with dtype, shape and data_offsets."));
        return;
    }
    while (m_json.ok() && m_json.next() == Token::Key) {
        const QByteArrayView key = m_json.text();
        const bool isType = key == QByteArrayView("dtype"), isShape = key == QByteArrayView("shape");
        const bool isOffsets = key == QByteArrayView("data_offsets");
        if ((isType && m_tensor.type) || (isShape && m_hasShape) || (isOffsets && m_hasOffsets)) {
            failField("duplicate-key", tr("a field is there twice."));
        } else if (isType) {
            if (m_json.next() == Token::String)
                m_tensor.type = safetensorsType(m_json.text());
            if (m_json.ok() && !m_tensor.type)
                failField("unknown-type", tr("its dtype is not known. A newer program may read it."));
        } else if (isShape) {
            readShape();
        } else if (isOffsets) {
            readOffsets();
        } else {
            m_json.skipValue();
        }
    }
    if (m_json.ok())
        finishTensor();
}

std::optional<quint64> HeaderReader::readCount()
{
    const Token token = m_json.next();
    if (token == Token::EndArray)
        return std::nullopt;
    const std::optional<quint64> value = token == Token::Number ? m_json.count() : std::nullopt;
    if (!value || *value > quint64(std::numeric_limits<qint64>::max())) {
        failField("bad-value", tr("expected a whole number of at most 63 bits."));
        return std::nullopt;
    }
    return value;
}

void HeaderReader::readShape()
{
    m_shape.clear();
    m_hasShape = m_json.next() == Token::BeginArray;
    while (m_hasShape && m_json.ok() && m_shape.size() < 256) {
        const std::optional<quint64> length = readCount();
        if (!length)
            break;
        m_shape.push_back(qint64(*length));
    }
    if (!m_hasShape || m_shape.size() > 255)
        failField("bad-shape", tr("its shape is no list of at most 255 whole numbers."));
}

void HeaderReader::readOffsets()
{
    m_hasOffsets = m_json.next() == Token::BeginArray;
    const std::optional<quint64> begin = m_hasOffsets ? readCount() : std::nullopt;
    const std::optional<quint64> end = begin ? readCount() : std::nullopt;
    if (!end || m_json.next() != Token::EndArray || *begin > *end) {
        failField("bad-offset", tr("its data_offsets are not two whole numbers in order."));
        return;
    }
    m_begin = *begin;
    m_end = *end;
}

void HeaderReader::finishTensor()
{
    if (!m_tensor.type || !m_hasShape || !m_hasOffsets) {
        failField("missing-key", !m_tensor.type ? tr("dtype is missing.")
                                 : !m_hasShape  ? tr("shape is missing.")
                                                : tr("data_offsets is missing."));
        return;
    }
    m_tensor.elements = 1;
    for (const qint64 length : m_shape) {
        if (__builtin_mul_overflow(m_tensor.elements, length, &m_tensor.elements)) {
            failField("too-large", tr("its shape multiplies to more than 64 bits count."));
            return;
        }
    }
    const BitsPerWeight block = m_tensor.type->block;
    m_tensor.bytes = block.bytesFor(m_tensor.elements);
    m_tensor.name = m_name;
    m_tensor.shape = m_shape;
    m_tensor.file = m_file;
    m_tensor.offset = m_dataOffset + m_begin;
    if (m_tensor.elements % block.weights != 0 || m_tensor.bytes.isSaturated()
        || quint64(m_tensor.bytes.count()) != m_end - m_begin) {
        failField("bad-offset", tr("its data_offsets hold %1 bytes, but its shape of %2 takes %3.")
                                    .arg(m_end - m_begin)
                                    .arg(QLatin1String(m_tensor.type->name))
                                    .arg(m_tensor.bytes.count()));
    } else if (m_fileSize > 0 && m_end > m_fileSize - m_dataOffset) {
        failField("past-the-end", tr("its data ends at byte %1, but the file has %2. It may be only partly downloaded: "
                                     "fetch it again.")
                                      .arg(m_dataOffset + m_end)
                                      .arg(m_fileSize));
    } else if (!m_tensors.append(m_tensor)) {
        failField("too-large", tr("its name is longer than 65,535 bytes, or the list beyond 32 bits."));
    }
}

void HeaderReader::failField(const char *code, const QString &what)
{
    m_json.fail(QString::fromLatin1(code), shown(), what);
}

} // namespace

std::optional<Error> readSafetensorsFile(ByteSource &source, const QString &place, quint16 file, StoredTensors &tensors)
{
    if (source.size() < 10)
        return failure("truncated-file", source.size(), place,
                       SafetensorsTexts::tr("a file of %1 bytes has no header. It may be only partly downloaded: fetch "
                                            "it again.")
                           .arg(source.size()));
    const Result<QByteArray> length = readRange(source, place, 0, 8);
    if (!length.ok())
        return length.error();
    const quint64 headerLength = qFromLittleEndian<quint64>(length->constData());
    if (headerLength < 2 || headerLength > kLongestSafetensorsHeader)
        return failure("bad-count", 0, place,
                       SafetensorsTexts::tr("a header of %1 bytes is announced; the format allows 2 to %2. This may be "
                                            "no safetensors file.")
                           .arg(headerLength)
                           .arg(kLongestSafetensorsHeader));
    if (headerLength > source.size() - 8)
        return failure("truncated-file", source.size(), place,
                       SafetensorsTexts::tr("the header of %1 bytes is cut short. The file may be only partly "
                                            "downloaded: fetch it again.")
                           .arg(headerLength));
    const Result<QByteArray> header = readRange(source, place, 8, headerLength);
    if (!header.ok())
        return header.error();
    return HeaderReader(*header, place, file, tensors).read(source.hasData() ? source.size() : 0);
}

} // namespace plimsoll
