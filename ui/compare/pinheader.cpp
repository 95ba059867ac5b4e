// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/pinheader.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QMouseEvent>

namespace plimsoll {

PinHeader::PinHeader(QWidget *parent)
    : FlatHeader(Qt::Horizontal, parent)
    , m_editor(new QLineEdit(viewport()))
{
    setSectionsClickable(true);
    setSectionsMovable(true);
    setFirstSectionMovable(false);
    setSectionResizeMode(QHeaderView::Fixed);
    setHighlightSections(true);
    m_editor->setAccessibleName(tr("Name of the pinned plan"));
    m_editor->installEventFilter(this);
    m_editor->hide();
    connect(m_editor, &QLineEdit::editingFinished, this, &PinHeader::take);
    connect(this, &QHeaderView::sectionMoved, this, [this](int, int from, int to) {
        if (m_restoring)
            return;
        m_restoring = true;
        moveSection(to, from);
        m_restoring = false;
        Q_EMIT moved(from, to);
    });
}

void PinHeader::rename(int section)
{
    if (section < 1 || section >= count())
        return;
    m_renaming = section;
    m_editor->setText(model()->headerData(section, Qt::Horizontal, Qt::EditRole).toString());
    m_editor->setGeometry(sectionViewportPosition(section), 0, sectionSize(section), viewport()->height());
    m_editor->selectAll();
    m_editor->show();
    m_editor->setFocus(Qt::OtherFocusReason);
}

void PinHeader::take()
{
    if (m_renaming < 0)
        return;
    const int section = m_renaming;
    const QString name = m_editor->text().trimmed();
    close();
    Q_EMIT renamed(section, name);
}

void PinHeader::close()
{
    m_renaming = -1; // first: hiding takes the focus, which ends the editing once more
    m_editor->hide();
    Q_EMIT renamingEnded();
}

bool PinHeader::eventFilter(QObject *watched, QEvent *event)
{
    const bool isPress = event->type() == QEvent::KeyPress;
    if (watched != m_editor || (!isPress && event->type() != QEvent::ShortcutOverride))
        return FlatHeader::eventFilter(watched, event);
    // Left to the line, these would go on to the table below it, where they mean something else.
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Escape:
        event->accept();
        if (isPress)
            close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        event->accept();
        if (isPress)
            take();
        return true;
    default:
        return false;
    }
}

void PinHeader::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        rename(logicalIndexAt(event->position().toPoint()));
}

} // namespace plimsoll
