// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sources/gguf/ggufreader.h"

#include "core/sources/gguf/ggmltypes.h"
#include "core/sources/tensorindex.h"
#include "core/sources/utf8.h"

#include <bit>
#include <limits>

namespace plimsoll {
namespace {

/// Value types of the metadata, by their number in the file.
enum ValueType : quint32 { U8, I8, U16, I16, U32, I32, F32, Flag, Text, List, U64, I64, F64, TypeCount };

constexpr int kValueBytes[TypeCount] = {1, 1, 2, 2, 4, 4, 4, 1, 0, 0, 8, 8, 8};
constexpr quint32 kMostDimensions = 4;
constexpr quint64 kMostKeys = 4096; // files have some dozens
constexpr quint64 kReservedTensors = 1024;
constexpr quint64 kShortestTensor = 20, kShortestKey = 9; // bytes, in version 1 without a name

QString code(const char *text)
{
    return QString::fromLatin1(text);
}

QString shownName(QByteArrayView name)
{
    return QString::fromUtf8(name.first(std::min<qsizetype>(name.size(), 200)));
}

} // namespace

GgufReader::GgufReader(ByteSource &source, const QString &place)
    : m_source(source)
    , m_in(source, place)
{
}

Result<GgufFile> GgufReader::read()
{
    for (void (GgufReader::*step)() : {&GgufReader::readPreamble, &GgufReader::readMetadata, &GgufReader::readTensors,
                                       &GgufReader::locateData, &GgufReader::checkExtents}) {
        (this->*step)();
        if (!m_in.ok())
            return m_in.error();
    }
    return std::move(m_file);
}

void GgufReader::readPreamble()
{
    if (m_in.view(4) != QByteArrayView("GGUF")) {
        m_in.fail(code("not-gguf"), {},
                  tr("this is no GGUF file: it does not begin with \"GGUF\". It may be another format, or a text "
                     "that stands for a large file in a Git repository."));
        return;
    }
    quint32 version = m_in.number<quint32>();
    // The version is small, so its upper half is zero unless the file's byte order is the other one.
    if ((version & 0xffff) == 0 && version != 0) {
        version = qbswap(version);
        m_file.bigEndian = true;
        m_in.setBigEndian(true);
    }
    m_file.version = version;
    if (m_in.ok() && (version < 1 || version > 3)) {
        m_in.fail(code("unsupported-version"), {},
                  tr("version %1 of GGUF is not known; 1, 2 and 3 are. A newer program may read it.").arg(version));
        return;
    }
    m_tensorCount = readLength();
    m_keyCount = readLength();
    if (m_in.ok() && m_tensorCount > m_in.remaining() / kShortestTensor)
        m_in.fail(code("bad-count"), code("tensor_count"),
                  tr("%1 tensors do not fit into the file's %2 bytes.").arg(m_tensorCount).arg(m_in.size()));
    if (m_in.ok() && (m_keyCount > m_in.remaining() / kShortestKey || m_keyCount > kMostKeys))
        m_in.fail(code("bad-count"), code("metadata_kv_count"),
                  tr("%1 keys are more than a file of %2 bytes has.").arg(m_keyCount).arg(m_in.size()));
}

quint64 GgufReader::readLength()
{
    return m_file.version == 1 ? m_in.number<quint32>() : m_in.number<quint64>();
}

QByteArray GgufReader::readName(const char *what)
{
    const QByteArray name = m_in.view(readLength()).toByteArray();
    if (m_in.ok() && !isValidUtf8(name))
        m_in.fail(code("invalid-utf-8"), {}, tr("the name of a %1 is not UTF-8.").arg(QLatin1String(what)));
    return name;
}

void GgufReader::readMetadata()
{
    for (quint64 i = 0; i < m_keyCount && m_in.ok(); ++i) {
        const QByteArray key = readName("key");
        m_field = shownName(key);
        GgufMetadata::Value value = readValue(m_in.number<quint32>());
        if (m_in.ok() && !m_file.metadata.insert(key, std::move(value)))
            m_in.fail(code("duplicate-key"), m_field, tr("the key is there twice."));
    }
}

GgufMetadata::Value GgufReader::readValue(quint32 type)
{
    if (!m_in.ok())
        return {};
    if (type == Text)
        return readText();
    if (type == List)
        return readList();
    if (type >= TypeCount) {
        m_in.fail(code("bad-type"), m_field, tr("%1 is no type of a value.").arg(type));
        return {};
    }
    return readNumber(type);
}

GgufMetadata::Value GgufReader::readText()
{
    const quint64 length = readLength();
    if (length > GgufMetadata::longestText) {
        m_in.skip(length);
        return GgufMetadata::Skipped{length};
    }
    const QByteArray text = m_in.view(length).toByteArray();
    if (m_in.ok() && !isValidUtf8(text))
        m_in.fail(code("invalid-utf-8"), m_field, tr("its text is not UTF-8."));
    return text;
}

GgufMetadata::Value GgufReader::readList()
{
    const quint32 type = m_in.number<quint32>();
    const quint64 count = readLength();
    if (!m_in.ok())
        return {};
    if (type == List || type >= TypeCount) {
        m_in.fail(code("bad-type"), m_field,
                  type == List ? tr("a list of lists, which no program reads.")
                               : tr("%1 is no type of a list's elements.").arg(type));
        return {};
    }
    if (type == Text) {
        m_in.skipTexts(count, m_file.version == 1 ? 4 : 8);
        return GgufMetadata::Skipped{count};
    }
    const quint64 bytes = quint64(kValueBytes[type]);
    if (count > m_in.remaining() / bytes) {
        m_in.failTruncated(count);
        return {};
    }
    if (count > GgufMetadata::longestList || type == F32 || type == F64) {
        m_in.skip(count * bytes);
        return GgufMetadata::Skipped{count};
    }
    std::vector<qint64> list;
    list.reserve(count);
    for (quint64 i = 0; i < count && m_in.ok(); ++i)
        list.push_back(std::get<qint64>(readNumber(type)));
    return list;
}

GgufMetadata::Value GgufReader::readNumber(quint32 type)
{
    switch (type) {
    case U8:
        return qint64(m_in.number<quint8>());
    case Flag:
        return qint64(m_in.number<quint8>() != 0);
    case I8:
        return qint64(m_in.number<qint8>());
    case U16:
        return qint64(m_in.number<quint16>());
    case I16:
        return qint64(m_in.number<qint16>());
    case U32:
        return qint64(m_in.number<quint32>());
    case I32:
        return qint64(m_in.number<qint32>());
    case U64:
        // Beyond 63 bits no value that is used makes sense; the largest fails every check of a range.
        return qint64(std::min(m_in.number<quint64>(), quint64(std::numeric_limits<qint64>::max())));
    case I64:
        return m_in.number<qint64>();
    case F32:
        return double(std::bit_cast<float>(m_in.number<quint32>()));
    default:
        return std::bit_cast<double>(m_in.number<quint64>());
    }
}

void GgufReader::readTensors()
{
    m_in.announce(m_tensorCount * kShortestTensor);
    // A count is only a claim: of a file that is fetched bit by bit, so is the size that it was compared with.
    m_file.tensors.reserve(qsizetype(std::min(m_tensorCount, kReservedTensors)), 0);
    for (quint64 i = 0; i < m_tensorCount && m_in.ok(); ++i)
        readTensor();
    if (!m_in.ok())
        return;
    m_file.headerBytes = m_in.offset();
    if (const auto twice = TensorIndex(m_file.tensors).duplicate())
        m_in.fail(code("duplicate-key"), shownName(m_file.tensors.at(*twice).name), tr("two tensors have this name."));
}

void GgufReader::readTensor()
{
    const QByteArray name = readName("tensor");
    m_field = shownName(name);
    StoredTensor tensor;
    tensor.name = name;
    qint64 shape[kMostDimensions] = {};
    if (!readShape(tensor, shape))
        return;
    const quint32 type = m_in.number<quint32>();
    tensor.offset = m_in.number<quint64>();
    tensor.type = ggmlType(type);
    if (!m_in.ok())
        return;
    if (!tensor.type) {
        const char *removed = removedGgmlType(type);
        m_in.fail(
            code("unknown-type"), m_field,
            removed ? tr("its type %1 is no longer in GGUF files. Convert the model again.").arg(QLatin1String(removed))
                    : tr("ggml type %1 is not known. A newer program may read it.").arg(type));
        return;
    }
    const BitsPerWeight block = tensor.type->block;
    if (!tensor.shape.empty() && tensor.shape.back() % block.weights != 0) {
        m_in.fail(code("bad-shape"), m_field,
                  tr("its rows of %1 weights are no multiple of the %2 of a block of %3.")
                      .arg(tensor.shape.back())
                      .arg(block.weights)
                      .arg(QLatin1String(tensor.type->name)));
        return;
    }
    tensor.bytes = block.bytesFor(tensor.elements);
    if (tensor.bytes.isSaturated() || !m_file.tensors.append(tensor))
        m_in.fail(code("too-large"), m_field, tr("the tensor is larger than 64 bits count."));
}

bool GgufReader::readShape(StoredTensor &tensor, qint64 (&shape)[4])
{
    const quint32 rank = m_in.number<quint32>();
    if (m_in.ok() && rank > kMostDimensions)
        m_in.fail(code("bad-shape"), m_field, tr("it has %1 dimensions; %2 are the most.").arg(rank).arg(4));
    if (!m_in.ok())
        return false;
    // The file goes from inner to outer.
    tensor.elements = 1;
    for (quint32 i = 0; i < rank; ++i) {
        const quint64 length = readLength();
        if (length > quint64(std::numeric_limits<qint64>::max())
            || __builtin_mul_overflow(tensor.elements, qint64(length), &tensor.elements)) {
            m_in.fail(code("too-large"), m_field, tr("its dimensions multiply to more than 64 bits count."));
            return false;
        }
        shape[rank - 1 - i] = qint64(length);
    }
    tensor.shape = {shape, rank};
    return m_in.ok();
}

void GgufReader::locateData()
{
    const qint64 alignment = m_file.metadata.integer("general.alignment").value_or(32);
    if (alignment < 1 || alignment > (qint64(1) << 30) || !std::has_single_bit(quint64(alignment))) {
        m_in.fail(code("bad-value"), code("general.alignment"), tr("%1 is no power of two.").arg(alignment));
        return;
    }
    m_alignment = quint64(alignment);
    m_file.dataOffset = (m_file.headerBytes + m_alignment - 1) / m_alignment * m_alignment;
}

void GgufReader::checkExtents()
{
    for (qsizetype i = 0; i < m_file.tensors.size() && m_in.ok(); ++i) {
        StoredTensor tensor = m_file.tensors.at(i);
        const QString name = shownName(tensor.name);
        const quint64 from = tensor.offset;
        quint64 end = 0;
        if (from % m_alignment != 0) {
            m_in.fail(code("bad-offset"), name,
                      tr("its offset %1 is no multiple of the alignment %2.").arg(from).arg(m_alignment));
        } else if (__builtin_add_overflow(from, m_file.dataOffset, &tensor.offset)
                   || __builtin_add_overflow(tensor.offset, quint64(tensor.bytes.count()), &end)) {
            m_in.fail(code("bad-offset"), name, tr("its offset %1 is beyond 64 bits.").arg(from));
        } else if (m_source.hasData() && end > m_source.size()) {
            m_in.fail(code("past-the-end"), name,
                      tr("its data ends at byte %1, but the file has %2. It may be only partly downloaded: fetch it "
                         "again.")
                          .arg(end)
                          .arg(m_source.size()));
        }
        m_file.tensors.setOffset(i, tensor.offset);
    }
    if (!m_in.ok())
        return;
    if (const auto overlap = m_file.tensors.firstOverlap())
        m_in.fail(code("overlap"), shownName(m_file.tensors.at(*overlap).name),
                  tr("its data overlaps that of another tensor."));
}

} // namespace plimsoll
