// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/logs/logfactsview.h"

#include "ui/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

namespace plimsoll {
namespace {

constexpr qsizetype kMostLines = 4;

QString linesText(const std::vector<qint64> &lines)
{
    if (lines.empty())
        return {};
    QStringList shown;
    for (size_t i = 0; i < lines.size() && qsizetype(i) < kMostLines; ++i)
        shown.append(QString::number(lines[i]));
    const QString list = shown.join(QLatin1String(", "));
    if (lines.size() == 1)
        return LogFactsView::tr("line %1").arg(list);
    return qsizetype(lines.size()) > kMostLines
               ? LogFactsView::tr("lines %1 and %2 more").arg(list).arg(qsizetype(lines.size()) - kMostLines)
               : LogFactsView::tr("lines %1").arg(list);
}

} // namespace

LogFactsView::LogFactsView(QWidget *parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(14);
    m_grid->setVerticalSpacing(2);
    m_grid->setColumnStretch(1, 1);
}

void LogFactsView::setFacts(const std::vector<LogFact> &facts)
{
    m_shown = facts;
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const QString muted = Theme::forPalette(palette()).color(ThemeColor::MutedText).name();
    QStringList said;
    for (int row = 0; row < int(facts.size()); ++row) {
        const LogFact &fact = facts[size_t(row)];
        const QString lines = linesText(fact.lines);
        auto *name = new QLabel(fact.name, this);
        auto *value = new QLabel(this);
        value->setTextFormat(Qt::RichText); // escaped: a log may print anything
        value->setText(lines.isEmpty() ? fact.value.toHtmlEscaped()
                                       : QStringLiteral("%1 <span style='color:%2'>&nbsp;%3</span>")
                                             .arg(fact.value.toHtmlEscaped(), muted, lines.toHtmlEscaped()));
        value->setWordWrap(true);
        value->setTextInteractionFlags(Qt::TextSelectableByMouse);
        name->setForegroundRole(QPalette::PlaceholderText);
        m_grid->addWidget(name, row, 0, Qt::AlignTop);
        m_grid->addWidget(value, row, 1);
        said.append(lines.isEmpty() ? tr("%1: %2").arg(fact.name, fact.value)
                                    : tr("%1: %2, %3").arg(fact.name, fact.value, lines));
    }
    m_text = said.join(QLatin1Char('\n'));
    setAccessibleName(tr("Recognised in the log"));
    setAccessibleDescription(m_text);
}

void LogFactsView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        setFacts(std::vector<LogFact>(m_shown));
}

} // namespace plimsoll
