// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/figures/figuredialog.h"

#include "ui/charts/chartregistry.h"
#include "ui/controls/combobox.h"
#include "ui/preferences/preferences.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace plimsoll {
namespace {

constexpr QSize kPicture{520, 300}; ///< room for the picture of the figure
constexpr double kDotsPerInch = 96;

QString presetText(const QString &id)
{
    if (id.isEmpty())
        return FigureDialog::tr("Standard");
    if (id == QLatin1String("document"))
        return FigureDialog::tr("Column of a document");
    if (id == QLatin1String("slide"))
        return FigureDialog::tr("Slide");
    if (id == QLatin1String("poster"))
        return FigureDialog::tr("Poster");
    return id == kOwnSize ? FigureDialog::tr("Own size") : id;
}

} // namespace

FigureDialog::FigureDialog(const QString &chart, const FigurePreferences &options, Draw draw, QWidget *parent)
    : QDialog(parent)
    , m_options(checked(options))
    , m_draw(std::move(draw))
    , m_chart(new ComboBox(18, this))
    , m_preset(new ComboBox(18, this))
    , m_theme(new ComboBox(18, this))
    , m_scale(new ComboBox(18, this))
    , m_width(new QSpinBox(this))
    , m_height(new QSpinBox(this))
    , m_caption(new QCheckBox(tr("&Inputs, version and date below"), this))
    , m_picture(new QLabel(this))
    , m_facts(new QLabel(this))
{
    setWindowTitle(tr("Save the chart as a figure"));
    fillChoices(chart);
    arrange();
    showOptions();
    connect(m_chart, &QComboBox::activated, this, &FigureDialog::showOptions);
    const auto choices = [this] {
        FigurePreferences wanted = m_options;
        wanted.preset = m_preset->currentData().toString();
        wanted.theme = ThemeChoice(m_theme->currentData().toInt());
        wanted.scale = m_scale->currentData().toDouble();
        wanted.captioned = m_caption->isChecked();
        take(wanted);
    };
    for (QComboBox *box : {m_preset, m_theme, m_scale})
        connect(box, &QComboBox::activated, this, choices);
    connect(m_caption, &QCheckBox::clicked, this, choices);
    connect(m_width, &QSpinBox::valueChanged, this, [this](int width) {
        takeSize({width, m_options.size().height()});
    });
    connect(m_height, &QSpinBox::valueChanged, this, [this](int height) {
        takeSize({m_options.size().width(), height});
    });
}

void FigureDialog::fillChoices(const QString &chart)
{
    for (const ChartEntry &entry : chartRegistry())
        m_chart->addItem(entry.title(), QLatin1String(entry.id));
    m_chart->setCurrentIndex(std::max(0, m_chart->findData(chart)));
    m_preset->addItem(presetText({}), QString());
    for (const FigurePreset &preset : figurePresets())
        m_preset->addItem(presetText(QLatin1String(preset.id)), QLatin1String(preset.id));
    m_preset->addItem(presetText(kOwnSize), kOwnSize);
    for (const ThemeName &theme : themeNames()) {
        if (theme.theme != ThemeChoice::System)
            m_theme->addItem(theme.text, int(theme.theme));
    }
    for (int scale = 1; scale <= 4; ++scale)
        m_scale->addItem(tr("%1 × the size").arg(scale), scale);
    for (QSpinBox *box : {m_width, m_height}) {
        box->setRange(kLeastFigure, kMostFigure);
        box->setSingleStep(20);
        box->setSuffix(tr(" px"));
        box->setToolTip(tr("Pixels of 1/96 inch"));
    }
    m_width->setAccessibleName(tr("Width"));
    m_height->setAccessibleName(tr("Height"));
    m_scale->setToolTip(tr("SVG and PDF have no pixels: they stay sharp at any size"));
    m_picture->setAccessibleName(tr("The figure, made smaller"));
}

void FigureDialog::arrange()
{
    auto *sides = new QHBoxLayout;
    sides->addWidget(m_width);
    sides->addWidget(new QLabel(QStringLiteral("×"), this));
    sides->addWidget(m_height);
    sides->addStretch(1);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("C&hart"), m_chart);
    form->addRow(tr("&For"), m_preset);
    form->addRow(tr("&Size"), sides);
    qobject_cast<QLabel *>(form->labelForField(sides))->setBuddy(m_width);
    form->addRow(tr("&Colours"), m_theme);
    form->addRow(QString(), m_caption);
    form->addRow(tr("&Pixels of a PNG"), m_scale);

    m_picture->setFixedSize(kPicture);
    m_picture->setAlignment(Qt::AlignCenter);
    m_facts->setForegroundRole(QPalette::PlaceholderText);
    m_facts->setAlignment(Qt::AlignCenter);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_copy = buttons->addButton(tr("C&opy"), QDialogButtonBox::ActionRole);
    m_save = buttons->addButton(tr("Sa&ve..."), QDialogButtonBox::AcceptRole);
    m_save->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT saveChosen(m_chart->currentData().toString(), m_options);
    });
    connect(m_copy, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT copyChosen(m_chart->currentData().toString(), m_options);
    });

    auto *right = new QVBoxLayout;
    right->addWidget(m_picture);
    right->addWidget(m_facts);
    auto *parts = new QHBoxLayout;
    parts->setSpacing(18);
    auto *left = new QVBoxLayout;
    left->addLayout(form);
    left->addStretch(1);
    parts->addLayout(left);
    parts->addLayout(right, 1);
    auto *column = new QVBoxLayout(this);
    column->addLayout(parts);
    column->addWidget(buttons);
    column->setSizeConstraint(QLayout::SetFixedSize);
    QWidget *before = m_chart;
    for (QWidget *next :
         std::initializer_list<QWidget *>{m_preset, m_width, m_height, m_theme, m_caption, m_scale, m_copy, m_save}) {
        setTabOrder(before, next);
        before = next;
    }
}

void FigureDialog::take(const FigurePreferences &wanted)
{
    if (wanted == m_options)
        return;
    m_options = wanted;
    showOptions();
}

/// Whoever sets a side wants a size of their own.
void FigureDialog::takeSize(QSize size)
{
    if (size == m_options.size())
        return;
    FigurePreferences wanted = m_options;
    wanted.preset = kOwnSize;
    wanted.ownSize = size;
    take(wanted);
}

void FigureDialog::showOptions()
{
    m_preset->setCurrentIndex(m_preset->findData(m_options.preset));
    const QSize size = m_options.size();
    m_width->setValue(size.width());
    m_height->setValue(size.height());
    m_theme->setCurrentIndex(m_theme->findData(int(m_options.theme)));
    m_scale->setCurrentIndex(m_scale->findData(int(m_options.scale)));
    m_caption->setChecked(m_options.captioned);
    const double ratio = devicePixelRatioF();
    QPixmap picture = QPixmap::fromImage(m_draw(m_chart->currentData().toString(), m_options, kPicture * ratio));
    picture.setDevicePixelRatio(ratio);
    m_picture->setPixmap(picture);
    const QLocale locale;
    const auto inches = [&](int pixels) { return locale.toString(pixels / kDotsPerInch, 'f', 1); };
    m_facts->setText(tr("%1 × %2 inches; as a PNG %3 × %4 pixels")
                         .arg(inches(size.width()), inches(size.height()))
                         .arg(qRound(size.width() * m_options.scale))
                         .arg(qRound(size.height() * m_options.scale)));
}

} // namespace plimsoll
