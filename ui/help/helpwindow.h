// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

QT_FORWARD_DECLARE_CLASS(QLabel)
QT_FORWARD_DECLARE_CLASS(QTextBrowser)

namespace plimsoll {

/// What is known about a control.
struct HelpText {
    QString title; ///< its name as a screen reader says it
    QString text;  ///< its "What's this?"
};

/// Of the control, or of the nearest around it that says something about itself; then, where it lies on a page or a
/// panel that says something too, that in a paragraph of its own. Both empty for null.
HelpText helpFor(const QWidget *control);

/// Help about one control, in text that is selected, copied and read aloud. Escape closes it.
class HelpWindow : public QDialog
{
    Q_OBJECT

public:
    explicit HelpWindow(QWidget *parent = nullptr);

    void show(const HelpText &help);

    QString title() const;
    QTextBrowser *text() const { return m_text; }

Q_SIGNALS:
    void shortcutsAsked();

private:
    QLabel *m_title;
    QTextBrowser *m_text;
};

} // namespace plimsoll
