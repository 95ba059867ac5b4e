// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/views/flatheader.h"

QT_FORWARD_DECLARE_CLASS(QLineEdit)

namespace plimsoll {

/// Names of plans over their columns. All but the first are renamed in place by a double click, and moved by dragging.
/// The columns themselves stay where they are: who listens moves the plans.
class PinHeader : public FlatHeader
{
    Q_OBJECT
public:
    explicit PinHeader(QWidget *parent = nullptr);

    /// Opens a line over the name, with the name in it. Enter takes it, Escape leaves all as it was.
    void rename(int section);
    /// Where a name is typed; hidden while none is.
    QLineEdit *editor() const { return m_editor; }

Q_SIGNALS:
    void renamed(int section, const QString &name);
    void moved(int from, int to);
    /// The editor is gone, and the focus with it.
    void renamingEnded();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void take();
    void close();

    QLineEdit *m_editor;
    int m_renaming = -1;
    bool m_restoring = false;
};

} // namespace plimsoll
