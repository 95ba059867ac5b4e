// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpwindow.h"

#include <QAccessible>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace plimsoll {

namespace {

/// The value of a control may stand in its name ("Model: Llama 3.1 8B"); help is about the control.
QString nameOf(const QWidget *control)
{
    for (const QWidget *each = control; each && !each->isWindow(); each = each->parentWidget()) {
        if (!each->accessibleName().isEmpty())
            return each->accessibleName();
    }
    return {};
}

const QWidget *nextWithHelp(const QWidget *control)
{
    while (control && control->whatsThis().isEmpty())
        control = control->parentWidget();
    return control;
}

} // namespace

HelpText helpFor(const QWidget *control)
{
    HelpText help;
    help.title = nameOf(control);
    QStringList paragraphs;
    const QWidget *told = nextWithHelp(control);
    for (int i = 0; told && i < 2; ++i) {
        if (!paragraphs.contains(told->whatsThis()))
            paragraphs += told->whatsThis();
        told = nextWithHelp(told->parentWidget());
    }
    help.text = paragraphs.join(QStringLiteral("\n\n"));
    return help;
}

HelpWindow::HelpWindow(QWidget *parent)
    : QDialog(parent)
    , m_title(new QLabel(this))
    , m_text(new QTextBrowser(this))
{
    setWindowTitle(tr("Help"));
    QFont large = font();
    large.setBold(true);
    m_title->setFont(large);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_text->setTabChangesFocus(true);
    m_text->document()->setDocumentMargin(8);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *shortcuts = buttons->addButton(tr("&Keyboard shortcuts"), QDialogButtonBox::ActionRole);
    shortcuts->setAutoDefault(false);
    connect(shortcuts, &QPushButton::clicked, this, &HelpWindow::shortcutsAsked);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_title);
    column->addWidget(m_text, 1);
    column->addWidget(buttons);
    resize(52 * fontMetrics().averageCharWidth(), 16 * fontMetrics().height());
}

void HelpWindow::show(const HelpText &help)
{
    m_title->setText(help.title);
    m_text->setPlainText(help.text);
    m_text->setAccessibleName(help.title.isEmpty() ? tr("Help") : tr("Help on %1").arg(help.title));
    m_text->setAccessibleDescription(help.text);
    QDialog::show();
    raise();
    activateWindow();
    m_text->setFocus();
}

QString HelpWindow::title() const
{
    return m_title->text();
}

} // namespace plimsoll
