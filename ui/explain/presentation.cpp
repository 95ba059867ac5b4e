// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/explain/presentation.h"

#include "core/planning/sentences.h"
#include "ui/charts/chartview.h"
#include "ui/charts/waterfallchart.h"
#include "ui/views/card.h"
#include "ui/views/verdictview.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace plimsoll {

namespace {

/// The type is this share of the window's height or width, whichever is less: a capital of it is read from a distance
/// of some eight times the height of the screen.
constexpr int kLinesPerHeight = 31;
constexpr int kEmsPerWidth = 50;
constexpr int kLeastType = 12;

QLabel *makeLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

void setInk(QWidget *widget, const QColor &color)
{
    QPalette palette = widget->palette();
    palette.setColor(QPalette::WindowText, color);
    widget->setPalette(palette);
}

int wrappedHeight(const QLabel *label, const QString &text, int width)
{
    return label->fontMetrics().boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, text).height();
}

} // namespace

Presentation::Presentation(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_verdict(new VerdictView(this))
    , m_card(new Card(this))
    , m_heading(makeLabel(m_card))
    , m_formula(makeLabel(m_card))
    , m_numbers(makeLabel(m_card))
    , m_foot(new QLabel(this))
{
    setWindowTitle(tr("Presentation - Plimsoll"));
    setFocusPolicy(Qt::StrongFocus);
    auto waterfall = std::make_unique<WaterfallChart>();
    m_waterfall = waterfall.get();
    m_waterfall->setTitleShown(false);
    m_chart = new ChartView(std::move(waterfall), this);
    m_chart->setFocusPolicy(Qt::NoFocus);
    m_chart->setMinimumSize(1, 1); // it gives way to the texts
    m_verdict->setBrief(true);
    m_verdict->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);

    auto *inside = new QVBoxLayout(m_card);
    inside->addWidget(m_heading);
    inside->addWidget(m_formula);
    inside->addWidget(m_numbers);
    inside->addStretch();
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_verdict);
    column->addWidget(m_chart, 1);
    column->addWidget(m_card);
    column->addWidget(m_foot);
    connect(m_waterfall, &WaterfallChart::stepChosen, this, [this](int step) { setStep(step); });
    takeColors();
}

Presentation::~Presentation() = default;

void Presentation::setValues(const ChartValues &values)
{
    m_verdict->show(values.plan, values.estimate, values.comparison, values.unit);
    m_chart->show(values);
    m_step = std::clamp(m_step, 0, std::max(0, stepCount() - 1));
    keepRoom();
    showStep();
}

int Presentation::stepCount() const
{
    return m_waterfall->targetCount();
}

void Presentation::setStep(int step)
{
    step = std::clamp(step, 0, std::max(0, stepCount() - 1));
    if (step == m_step)
        return;
    m_step = step;
    showStep();
}

QString Presentation::heading() const
{
    return m_heading->text();
}

QString Presentation::formula() const
{
    return m_formula->text();
}

QString Presentation::numbers() const
{
    return m_numbers->text();
}

Presentation::StepText Presentation::textOf(int step) const
{
    const WaterfallInput &input = m_waterfall->input();
    if (step < int(input.rows.size())) {
        const WaterfallRow &row = input.rows[size_t(step)];
        return {tr("%1: %2").arg(row.label, row.change), row.formula, row.numbers};
    }
    QStringList parts, sizes;
    for (Item item : presentItems(input.total)) {
        parts << itemName(item);
        sizes << formatSize(input.total[item], input.unit, QLocale());
    }
    return {tr("%1: %2").arg(input.totalLabel, formatSize(input.total.total(), input.unit, QLocale())),
            parts.join(QStringLiteral(" + ")), sizes.join(QStringLiteral(" + "))};
}

void Presentation::showStep()
{
    if (stepCount() == 0)
        return;
    const StepText text = textOf(m_step);
    m_heading->setText(text.heading);
    m_formula->setText(text.formula);
    m_numbers->setText(text.numbers);
    m_foot->setText(
        tr("Step %1 of %2 \u00b7 arrow keys go on and back \u00b7 Esc leaves").arg(m_step + 1).arg(stepCount()));
    m_waterfall->setShown(m_step + 1);
    m_waterfall->setHighlighted(m_step);
    m_chart->update();
    setAccessibleName(tr("Step %1 of %2: %3").arg(m_step + 1).arg(stepCount()).arg(text.heading));
    setAccessibleDescription(text.formula + QLatin1Char('\n') + text.numbers);
    for (const QAccessible::Event change : {QAccessible::NameChanged, QAccessible::DescriptionChanged}) {
        QAccessibleEvent event(this, change);
        QAccessible::updateAccessibility(&event);
    }
}

bool Presentation::event(QEvent *event)
{
    // F11 leaves here, while in the window behind it is a shortcut that comes here.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_F11) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void Presentation::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Right:
    case Qt::Key_Down:
    case Qt::Key_PageDown:
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        setStep(m_step + 1);
        return;
    case Qt::Key_Left:
    case Qt::Key_Up:
    case Qt::Key_PageUp:
    case Qt::Key_Backspace:
        setStep(m_step - 1);
        return;
    case Qt::Key_Home:
        setStep(0);
        return;
    case Qt::Key_End:
        setStep(stepCount() - 1);
        return;
    case Qt::Key_Escape:
    case Qt::Key_F11:
        close();
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void Presentation::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setStep(m_step + 1);
}

void Presentation::resizeEvent(QResizeEvent *)
{
    takeSize();
    keepRoom();
}

void Presentation::takeSize()
{
    const int pixels = std::max(kLeastType, std::min(height() / kLinesPerHeight, width() / kEmsPerWidth));
    QFont type = font();
    type.setPixelSize(pixels);
    setFont(type);
    QFont strong = type;
    strong.setWeight(QFont::Bold);
    m_heading->setFont(strong);
    QFont slanted = type;
    slanted.setItalic(true);
    m_formula->setFont(slanted);
    QFont small = type;
    small.setPixelSize(std::max(kLeastType, pixels * 3 / 4));
    m_foot->setFont(small);
    layout()->setContentsMargins(pixels, pixels * 2 / 3, pixels, pixels / 3);
    layout()->setSpacing(pixels / 2);
    m_card->layout()->setContentsMargins(pixels, pixels / 2, pixels, pixels / 2);
    m_card->layout()->setSpacing(pixels / 4);
}

/// As much as the longest text takes, so that the chart stays where it is from step to step.
void Presentation::keepRoom()
{
    const QMargins margins = m_card->layout()->contentsMargins();
    const QMargins outer = layout()->contentsMargins();
    const int room = width() - outer.left() - outer.right() - margins.left() - margins.right();
    int most = 0;
    for (int step = 0; step < stepCount(); ++step) {
        const StepText text = textOf(step);
        most =
            std::max(most, wrappedHeight(m_heading, text.heading, room) + wrappedHeight(m_formula, text.formula, room)
                               + wrappedHeight(m_numbers, text.numbers, room));
    }
    m_card->setFixedHeight(most + margins.top() + margins.bottom() + 3 * m_card->layout()->spacing());
}

void Presentation::takeColors()
{
    const Theme theme = Theme::forPalette(palette());
    setInk(m_heading, theme.color(ThemeColor::Text));
    setInk(m_formula, theme.color(ThemeColor::Accent));
    setInk(m_numbers, theme.color(ThemeColor::Text));
    setInk(m_foot, theme.color(ThemeColor::MutedText));
}

void Presentation::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        takeColors();
}

void Presentation::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), Theme::forPalette(palette()).color(ThemeColor::Panel));
}

} // namespace plimsoll
