// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QTextBrowser)

namespace plimsoll {

class Catalog;

/// What this program is: its versions, the data that it answers from with their date, and the licences.
class AboutDialog : public QDialog
{
    Q_OBJECT

public:
    explicit AboutDialog(const Catalog &catalog, QWidget *parent = nullptr);

    QTextBrowser *text() const { return m_text; }

private:
    QTextBrowser *m_text;
};

} // namespace plimsoll
