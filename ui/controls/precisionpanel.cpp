// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/precisionpanel.h"

#include "core/catalog/quality.h"

#include "core/engines/enginerules.h"
#include "core/planning/qualitytext.h"
#include "ui/controls/combobox.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/precisionslider.h"
#include "ui/plandocument.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTimer>
#include <QToolButton>

namespace plimsoll {

namespace {

constexpr QLatin1String kNative("native");
constexpr QLatin1String kAuto("auto");

QString bitsText(const Format &format)
{
    return PrecisionPanel::tr("%1 bit").arg(format.block.bits(), 0, 'g', 3);
}

QString formatText(const Format &format)
{
    return PrecisionPanel::tr("%1 · %2").arg(format.name, bitsText(format));
}

void setItemText(QComboBox *combo, const QString &data, const QString &text)
{
    const int index = combo->findData(data);
    if (index >= 0 && combo->itemText(index) != text)
        combo->setItemText(index, text);
}

/// Selects the item of that data, which is added where it is in no list.
void select(QComboBox *combo, const QString &data, const QString &text)
{
    int index = combo->findData(data);
    if (index < 0) {
        combo->addItem(text, data);
        index = combo->count() - 1;
    }
    combo->setCurrentIndex(index);
    combo->setToolTip(combo->itemText(index));
}

bool isNative(const QString &format)
{
    return format.isEmpty() || format.compare(kNative, Qt::CaseInsensitive) == 0;
}

bool isAuto(const QString &format)
{
    return format.isEmpty() || format.compare(kAuto, Qt::CaseInsensitive) == 0;
}

/// What "auto" means for this plan, where it is what the plan says.
void showAuto(QComboBox *combo, const QString &chosen, const QString &meaning)
{
    const bool known = isAuto(chosen) && !meaning.isEmpty();
    setItemText(combo, kAuto, known ? PrecisionPanel::tr("Auto: %1").arg(meaning) : PrecisionPanel::tr("Auto"));
}

void selectKvFormat(QComboBox *combo, const QString &chosen, const Catalog &catalog)
{
    const Format *format = isAuto(chosen) ? nullptr : catalog.findFormat(chosen);
    select(combo, isAuto(chosen) ? QString(kAuto) : format ? format->id : chosen, chosen);
}

} // namespace

PrecisionPanel::PrecisionPanel(PlanDocument *document, QWidget *parent)
    : ControlGroup(tr("Precision"), parent)
    , m_document(document)
    , m_weights(new ComboBox(10, this))
    , m_slider(new PrecisionSlider(this))
    , m_quality(new ElidedLabel(this))
    , m_kvCache(new ComboBox(10, this))
    , m_kvValues(new ComboBox(10, this))
    , m_apart(new QToolButton(this))
{
    m_weights->setAccessibleName(tr("Format of the weights"));
    m_kvCache->setAccessibleName(tr("Format of the KV cache"));
    addRow(tr("&Weights"), m_weights);
    addRow(m_slider);
    addRow(m_quality);
    m_quality->setForegroundRole(QPalette::PlaceholderText);
    m_quality->hide();
    m_kvValues->setAccessibleName(tr("Format of the values in the KV cache"));
    m_apart->setText(tr("K/V"));
    m_apart->setCheckable(true);
    m_apart->setFocusPolicy(Qt::StrongFocus);
    m_apart->setAccessibleName(tr("K and V apart"));
    m_apart->setToolTip(tr("K and V apart: keys and values of the KV cache in formats of their own"));
    auto *both = new QWidget(this);
    auto *row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_kvCache, 1);
    row->addWidget(m_apart);
    m_kvLabel = addRow(tr("&KV cache"), both, m_kvCache);
    m_valuesLabel = addRow(tr("V c&ache"), m_kvValues);
    clear();
    setApart(false);

    connect(m_weights, &QComboBox::activated, document,
            [this, document](int index) { document->setWeights(m_weights->itemData(index).toString()); });
    const auto chooseKvCache = [this, document] {
        const QString keys = m_kvCache->currentData().toString();
        document->setKvCache(keys, m_apart->isChecked() ? m_kvValues->currentData().toString() : keys);
    };
    connect(m_kvCache, &QComboBox::activated, document, chooseKvCache);
    connect(m_kvValues, &QComboBox::activated, document, chooseKvCache);
    connect(m_apart, &QToolButton::clicked, document, [this, document, chooseKvCache](bool apart) {
        setApart(apart);
        const Plan plan = document->plan();
        if (!apart && plan.kvKeys != plan.kvValues)
            chooseKvCache();
    });
    connect(m_slider, &PrecisionSlider::stopEdited, document, [document](int stop) {
        if (document->hasAnswer())
            document->setWeights(document->resolved().formats[size_t(stop)].id);
    });
    connect(m_slider, &PrecisionSlider::dragStarted, document, &PlanDocument::beginDrag);
    connect(m_slider, &PrecisionSlider::dragFinished, document, &PlanDocument::endDrag);
    connect(document, &PlanDocument::catalogChanged, this, [this] {
        clear();
        list();
    });
}

void PrecisionPanel::clear()
{
    for (ComboBox *combo : {m_weights, m_kvCache, m_kvValues})
        combo->clear();
    m_weights->addItem(tr("As published"), QString(kNative));
    m_kvCache->addItem(tr("Auto"), QString(kAuto));
    m_kvValues->addItem(tr("Auto"), QString(kAuto));
    m_isListed = false;
    m_measuredModel.reset();
}

/// The window is there sooner without the lists: a plan without a choice needs none of their rows.
void PrecisionPanel::paintEvent(QPaintEvent *event)
{
    ControlGroup::paintEvent(event);
    if (!m_isPainted)
        QTimer::singleShot(0, this, &PrecisionPanel::list);
    m_isPainted = true;
}

void PrecisionPanel::list()
{
    if (m_isListed)
        return;
    m_isListed = true;
    std::optional<FormatFamily> family;
    for (const Format &format : m_document->catalog().formats()) {
        if (format.family == FormatFamily::Native)
            continue;
        const QString text = formatText(format);
        if (format.forWeights) {
            if (format.family != family)
                m_weights->insertSeparator(m_weights->count());
            family = format.family;
            m_weights->addItem(text, format.id);
        }
        if (format.forKvCache) {
            m_kvCache->addItem(text, format.id);
            m_kvValues->addItem(text, format.id);
        }
    }
    markMeasured(m_document->effectivePlan());
}

void PrecisionPanel::show(const PlanDocument &document)
{
    const Plan plan = document.effectivePlan();
    if (!isNative(plan.weights) || !isAuto(plan.kvKeys) || !isAuto(plan.kvValues))
        list();
    showWeights(document, plan);
    showKvCache(document);
    showQuality(document, plan);
}

void PrecisionPanel::showQuality(const PlanDocument &document, const Plan &plan)
{
    const Catalog &catalog = document.catalog();
    markMeasured(plan);
    const std::vector<MeasuredQuality> measured = qualityOf(plan, catalog);
    m_quality->setVisible(!measured.empty());
    m_quality->setText(tr("Measured: %1").arg(qualitySummary(measured, QLocale())));
    m_quality->setDetails(qualityDetails(measured, QLocale()).join(QLatin1Char('\n')));
    if (!measured.empty())
        m_weights->setToolTip(m_weights->currentText() + QLatin1Char('\n') + m_quality->toolTip());
}

/// Another model was measured in other formats: the rows say in which.
void PrecisionPanel::markMeasured(const Plan &plan)
{
    const auto *named = std::get_if<NamedModel>(&plan.model);
    const QString model = named ? named->id : QString();
    if (!m_isListed || model == m_measuredModel)
        return;
    const Catalog &catalog = m_document->catalog();
    m_measuredModel = model;
    const ModelQuality quality(catalog, model);
    for (int row = 0; row < m_weights->count(); ++row) {
        const Format *format = catalog.findFormat(m_weights->itemData(row).toString());
        if (!format || format->family == FormatFamily::Native)
            continue;
        const std::vector<MeasuredQuality> measured = quality.in(format->id);
        const QString text = formatText(*format);
        m_weights->setItemData(row, text, ComboBox::kFieldTextRole);
        m_weights->setItemText(row,
                               measured.empty() ? text : tr("%1 · %2").arg(text, qualitySummary(measured, QLocale())));
        m_weights->setItemData(row, qualityDetails(measured, QLocale()).join(QLatin1Char('\n')), Qt::ToolTipRole);
    }
}

void PrecisionPanel::showWeights(const PlanDocument &document, const Plan &plan)
{
    const QString &typed = plan.weights;
    const Format *format = isNative(typed) ? nullptr : document.catalog().findFormat(typed);
    if (document.valid()) {
        const QString &native = document.resolved().nativeName;
        setItemText(m_weights, kNative, native.isEmpty() ? tr("As published") : tr("As published: %1").arg(native));
    }
    select(m_weights, isNative(typed) ? QString(kNative) : format ? format->id : typed, typed);

    if (!document.hasAnswer())
        return;
    const ResolvedPlan &resolved = document.resolved();
    std::array<QString, 4> meanings;
    const auto comparison = resolved.engine->comparisonFormats();
    for (size_t stop = 0; stop < meanings.size(); ++stop)
        meanings[stop] = comparison[stop].as;
    m_slider->setMeanings(meanings);

    if (document.valid()) {
        if (resolved.ownSlot < kComparisonFormats)
            m_slider->setStop(resolved.ownSlot);
        else
            m_slider->setBetween(resolved.formats[size_t(resolved.ownSlot)].block.bits());
    } else if (format) {
        m_slider->setBetween(format->block.bits());
    }
}

void PrecisionPanel::showKvCache(const PlanDocument &document)
{
    const Plan plan = document.plan();
    if (document.valid()) {
        const ResolvedPlan &resolved = document.resolved();
        showAuto(m_kvCache, plan.kvKeys, resolved.kvKeysName);
        showAuto(m_kvValues, plan.kvValues, resolved.kvValuesName);
    }
    selectKvFormat(m_kvCache, plan.kvKeys, document.catalog());
    selectKvFormat(m_kvValues, plan.kvValues, document.catalog());
    if (m_kvCache->currentData() != m_kvValues->currentData())
        setApart(true);
}

void PrecisionPanel::setApart(bool apart)
{
    m_apart->setChecked(apart);
    m_kvLabel->setText(apart ? tr("&K cache") : tr("&KV cache"));
    m_kvCache->setAccessibleName(apart ? tr("Format of the keys in the KV cache") : tr("Format of the KV cache"));
    m_valuesLabel->setVisible(apart);
    m_kvValues->setVisible(apart);
}

} // namespace plimsoll
