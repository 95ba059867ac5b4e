// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace plimsoll {

/// Columns of text for a terminal, two spaces apart. Columns are flush left unless aligned right.
class TextTable
{
public:
    explicit TextTable(std::vector<int> rightAligned = {})
        : m_rightAligned(std::move(rightAligned))
    {
    }

    void addRow(const QStringList &cells) { m_rows.push_back(cells); }
    void addRule() { m_rows.push_back({}); }
    bool isEmpty() const { return m_rows.empty(); }

    /// Every line ends in a line feed; none has spaces at its end.
    QString text(int indent = 0) const;

private:
    std::vector<QStringList> m_rows; ///< an empty row is a rule
    std::vector<int> m_rightAligned;
};

} // namespace plimsoll
