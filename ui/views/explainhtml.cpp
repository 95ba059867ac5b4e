// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/explainhtml.h"

#include "core/engines/enginerules.h"
#include "core/planning/explanation.h"
#include "core/planning/sentences.h"

#include <QCoreApplication>
#include <QLocale>

namespace plimsoll {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(ExplainPage)
};

class Page
{
public:
    explicit Page(Theme theme)
        : m_muted(theme.color(ThemeColor::MutedText).name())
        , m_accent(theme.color(ThemeColor::Accent).name())
        , m_theme(theme)
    {
    }

    void heading(const QString &text) { m_html += QStringLiteral("<h3>%1</h3>").arg(text.toHtmlEscaped()); }

    void itemHeading(Item item, const QString &title, const QString &size)
    {
        m_html += QStringLiteral("<h4><span style=\"color:%1\">\u25a0</span> %2 &nbsp; %3</h4>")
                      .arg(m_theme.itemFill(item).name(), title.toHtmlEscaped(), size.toHtmlEscaped());
    }

    void formula(const QString &text)
    {
        m_html += QStringLiteral("<p class=\"formula\" style=\"color:%1\">%2</p>").arg(m_accent, text.toHtmlEscaped());
    }

    void line(const QString &text) { m_html += QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped()); }
    void strong(const QString &text) { m_html += QStringLiteral("<p><b>%1</b></p>").arg(text.toHtmlEscaped()); }

    void steps(const QStringList &texts)
    {
        if (texts.isEmpty())
            return;
        m_html += QStringLiteral("<ul>");
        for (const QString &text : texts)
            m_html += QStringLiteral("<li>%1</li>").arg(text.toHtmlEscaped());
        m_html += QStringLiteral("</ul>");
    }

    void sources(const QStringList &texts)
    {
        for (const QString &text : texts) {
            m_html += QStringLiteral("<p class=\"source\" style=\"color:%1\">%2</p>")
                          .arg(m_muted, Text::tr("Source: %1").arg(text).toHtmlEscaped());
        }
    }

    QString html() const
    {
        return QStringLiteral("<html><head><style>"
                              "h3 { margin-top: 14px; margin-bottom: 4px; }"
                              "h4 { margin-top: 14px; margin-bottom: 2px; }"
                              "p { margin-top: 2px; margin-bottom: 2px; }"
                              "p.formula { font-style: italic; margin-top: 3px; margin-bottom: 3px; }"
                              "p.source { font-size: small; margin-left: 16px; }"
                              "ul { margin-top: 2px; margin-bottom: 2px; }"
                              "</style></head><body>%1</body></html>")
            .arg(m_html);
    }

private:
    QString m_html, m_muted, m_accent;
    Theme m_theme;
};

void addRuleOfThumb(Page &page, const ChartValues &values, const QLocale &locale)
{
    const Explanation rule = explainRuleOfThumb(values.plan, values.estimate, locale);
    page.heading(Text::tr("The rule of thumb"));
    page.formula(rule.formula);
    page.line(rule.numbers);
    page.strong(rule.why);
    page.steps(rule.steps);
    page.sources(rule.sources);
}

void addItems(Page &page, const ChartValues &values, const QLocale &locale)
{
    const QString engine = values.plan.engine->name();
    page.heading(values.plan.engineVersion.isEmpty()
                     ? Text::tr("The answer, item by item")
                     : Text::tr("The answer by the rules of %1 %2, item by item")
                           .arg(engine, shortVersionName(*values.plan.engine, values.plan.engineVersion)));
    for (const Explanation &each : explain(values.plan, values.estimate, locale)) {
        const Bytes size = values.estimate.total[each.item];
        if (size == Bytes() || each.title != itemName(each.item))
            continue; // the rule of thumb, which stands above
        page.itemHeading(each.item, each.title, formatSizeBoth(size, locale));
        page.formula(each.formula);
        page.line(each.numbers);
        page.steps(each.steps);
        page.sources(each.sources);
    }
}

void addSum(Page &page, const ChartValues &values, const QLocale &locale)
{
    page.heading(Text::tr("The sum"));
    QStringList parts;
    for (int i = 0; i < kItemCount; ++i) {
        const Bytes size = values.estimate.total.bytes[size_t(i)];
        if (size > Bytes())
            parts << formatSize(size, values.unit, locale);
    }
    page.line(Text::tr("%1 = %2").arg(parts.join(QStringLiteral(" + ")),
                                      formatSizeBoth(values.estimate.total.total(), locale)));
    page.line(totalSentence(values.plan, values.estimate, values.unit, locale));
    page.strong(verdictSentence(values.plan, values.estimate, values.unit, locale));
    const QString next = nextStepSentence(values.plan, values.estimate, values.comparison, locale);
    if (!next.isEmpty())
        page.line(next);
    QStringList warnings;
    for (const WarningText &warning : warningTexts(values.plan, values.estimate))
        warnings << warning.text;
    page.steps(warnings);
}

} // namespace

QString explainHtml(const ChartValues &values, Theme theme)
{
    Page page(theme);
    const QLocale locale;
    addRuleOfThumb(page, values, locale);
    addItems(page, values, locale);
    addSum(page, values, locale);
    return page.html();
}

} // namespace plimsoll
