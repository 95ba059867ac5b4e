// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

QT_FORWARD_DECLARE_CLASS(QAction)
QT_FORWARD_DECLARE_CLASS(QToolButton)

namespace plimsoll {

class ExplainView;
class MenuButton;

/// The page "Explain": the calculation, and above it what can be done with it.
class ExplainPage : public QWidget
{
    Q_OBJECT
public:
    /// `copies` stand in a menu, `present` beside it.
    ExplainPage(const QList<QAction *> &copies, QAction *present, QWidget *parent = nullptr);

    ExplainView *view() const { return m_view; }
    MenuButton *copyButton() const { return m_copy; }
    QToolButton *presentButton() const { return m_present; }
    /// In reading order.
    QList<QWidget *> tabOrder() const;

private:
    ExplainView *m_view;
    MenuButton *m_copy;
    QToolButton *m_present;
};

} // namespace plimsoll
