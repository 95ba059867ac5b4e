// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sources/bytesource.h"

#include <QStringList>

#include <memory>

namespace plimsoll {

/// Longest config.json that is read, in bytes. Those of models have some tens of KiB.
inline constexpr quint64 kLongestConfig = 64 << 20;

/// The files beside each other that make a model, wherever they are. Readers name files, never paths.
class SourceFolder
{
public:
    virtual ~SourceFolder() = default;

    /// Of the files in it, not of those in folders below; in the order of their names.
    virtual QStringList names() const = 0;
    virtual bool has(const QString &name) const = 0;
    virtual Result<std::unique_ptr<ByteSource>> open(const QString &name) = 0;
    /// How messages name a file of the folder; the folder itself where `name` is empty.
    virtual QString place(const QString &name) const = 0;

    /// Those names that end in `ending`, whatever their case.
    QStringList namesEnding(const QString &ending) const;
};

/// A folder on this computer.
class LocalFolder final : public SourceFolder
{
public:
    explicit LocalFolder(const QString &path);

    QStringList names() const override;
    bool has(const QString &name) const override;
    Result<std::unique_ptr<ByteSource>> open(const QString &name) override;
    QString place(const QString &name) const override;

private:
    QString m_path;
};

/// The whole content of a small file; "too-large" where it has more than `most` bytes.
Result<QByteArray> readWhole(SourceFolder &folder, const QString &name, quint64 most);
/// The same of a file on this computer.
Result<QByteArray> readWhole(const QString &path, quint64 most);

/// Whether that is how a reader says that bytes are to be fetched.
bool wantsMore(const Error &error);

} // namespace plimsoll
