// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/precisionpanel.h"

#include "core/engines/enginerules.h"
#include "ui/controls/combobox.h"
#include "ui/controls/precisionslider.h"
#include "ui/plandocument.h"

namespace plimsoll {

namespace {

constexpr QLatin1String kNative("native");
constexpr QLatin1String kAuto("auto");
constexpr QLatin1String kMixed("mixed"); ///< keys and values differ, as a plan file may say

QString bitsText(const Format &format)
{
    return PrecisionPanel::tr("%1 bit").arg(format.block.bits(), 0, 'g', 3);
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

} // namespace

PrecisionPanel::PrecisionPanel(PlanDocument *document, QWidget *parent)
    : ControlGroup(tr("Precision"), parent)
    , m_weights(new ComboBox(10, this))
    , m_slider(new PrecisionSlider(this))
    , m_kvCache(new ComboBox(10, this))
{
    m_weights->setAccessibleName(tr("Format of the weights"));
    m_kvCache->setAccessibleName(tr("Format of the KV cache"));
    addRow(tr("&Weights"), m_weights);
    addRow(m_slider);
    addRow(tr("&KV cache"), m_kvCache);
    fill(document->catalog());

    connect(m_weights, &QComboBox::activated, document,
            [this, document](int index) { document->setWeights(m_weights->itemData(index).toString()); });
    connect(m_kvCache, &QComboBox::activated, document, [this, document](int index) {
        const QString format = m_kvCache->itemData(index).toString();
        if (format != kMixed)
            document->setKvCache(format, format);
    });
    connect(m_slider, &PrecisionSlider::stopEdited, document, [document](int stop) {
        if (document->hasAnswer())
            document->setWeights(document->resolved().formats[size_t(stop)].id);
    });
    connect(m_slider, &PrecisionSlider::dragStarted, document, &PlanDocument::beginDrag);
    connect(m_slider, &PrecisionSlider::dragFinished, document, &PlanDocument::endDrag);
}

void PrecisionPanel::fill(const Catalog &catalog)
{
    m_weights->addItem(tr("As published"), QString(kNative));
    m_kvCache->addItem(tr("Auto"), QString(kAuto));
    std::optional<FormatFamily> family;
    for (const Format &format : catalog.formats()) {
        if (format.family == FormatFamily::Native)
            continue;
        const QString text = tr("%1 · %2").arg(format.name, bitsText(format));
        if (format.forWeights) {
            if (format.family != family)
                m_weights->insertSeparator(m_weights->count());
            family = format.family;
            m_weights->addItem(text, format.id);
        }
        if (format.forKvCache)
            m_kvCache->addItem(text, format.id);
    }
}

void PrecisionPanel::show(const PlanDocument &document)
{
    showWeights(document);
    showKvCache(document);
}

void PrecisionPanel::showWeights(const PlanDocument &document)
{
    const QString typed = document.effectivePlan().weights;
    const Format *format = document.catalog().findFormat(typed);
    if (document.valid()) {
        const QString &native = document.resolved().nativeName;
        setItemText(m_weights, kNative, native.isEmpty() ? tr("As published") : tr("As published: %1").arg(native));
    }
    const bool native = typed.isEmpty() || typed.compare(kNative, Qt::CaseInsensitive) == 0;
    select(m_weights, native ? QString(kNative) : format ? format->id : typed, typed);

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
    const QString keys = plan.kvKeys.isEmpty() ? QString(kAuto) : plan.kvKeys;
    const QString values = plan.kvValues.isEmpty() ? QString(kAuto) : plan.kvValues;
    if (document.valid()) {
        const ResolvedPlan &resolved = document.resolved();
        const bool isAuto = keys == kAuto && values == kAuto && !resolved.kvKeysName.isEmpty();
        setItemText(m_kvCache, kAuto, isAuto ? tr("Auto: %1").arg(resolved.kvKeysName) : tr("Auto"));
    }
    if (keys.compare(values, Qt::CaseInsensitive) != 0) {
        const QString text = tr("K %1, V %2").arg(keys.toUpper(), values.toUpper());
        setItemText(m_kvCache, kMixed, text);
        select(m_kvCache, kMixed, text);
        return;
    }
    const int mixed = m_kvCache->findData(QString(kMixed));
    const Format *format = document.catalog().findFormat(keys);
    select(m_kvCache,
           keys.compare(kAuto, Qt::CaseInsensitive) == 0 ? QString(kAuto)
           : format                                      ? format->id
                                                         : keys,
           keys);
    if (mixed >= 0)
        m_kvCache->removeItem(mixed);
}

} // namespace plimsoll
