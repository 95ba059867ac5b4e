// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace plimsoll {

class Catalog;

/// An option as the help lists it.
struct OptionHelp {
    QString name;      ///< without the dashes
    QString valueName; ///< empty for a switch
    QString text;
};

/// The syntax of one command, and what a person typed for it.
class CommandLine
{
public:
    /// `name` is that of the command, empty for the window; `syntax` is what follows it: "MODEL [options]".
    CommandLine(const QString &name, const QString &syntax, const QString &summary);

    void add(const OptionHelp &option);
    void addHeading(const QString &text);

    /// Nothing when all is well; else the exit status, after the help or a complaint was printed.
    std::optional<int> parse(const QStringList &arguments, int mostPositional);

    bool isSet(const QString &name) const { return m_parser.isSet(name); }
    /// The last one given, where there are several.
    QString value(const QString &name) const;
    QStringList values(const QString &name) const { return m_parser.values(name); }
    QStringList positional() const { return m_parser.positionalArguments(); }

    /// One line on standard error that points to the help; the exit status.
    int wrong(const QString &text) const;

private:
    QString help() const;

    QString m_program; ///< "plimsoll estimate"
    QString m_syntax;
    QString m_summary;
    QCommandLineParser m_parser;
    std::vector<OptionHelp> m_options; ///< an empty name is a heading
};

/// The catalogs, with the person's own and their calibration unless --no-user-data or --no-calibration was given. Notes
/// go to standard error.
Catalog openCatalog(const CommandLine &line);

} // namespace plimsoll
