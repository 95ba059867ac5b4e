// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/besidefield.h"

#include "ui/controls/elidedlabel.h"
#include "ui/planfiles.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace plimsoll {

BesideField::BesideField(QWidget *parent)
    : QWidget(parent)
    , m_label(new ElidedLabel(this))
    , m_button(new QPushButton(this))
    , m_menu(new QMenu(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_label, 1);
    row->addWidget(m_button);
    m_button->setText(tr("Change"));
    m_button->setMenu(m_menu);
    m_button->setAccessibleName(tr("Change the models beside it"));
    m_button->setToolTip(tr("Other models that run on the same GPUs and start first.\n"
                            "Each is a saved plan; what it takes is not free for this one."));
    connect(m_menu, &QMenu::aboutToShow, this, &BesideField::fillMenu);
    setPlans({});
}

QString BesideField::text() const
{
    return m_label->text();
}

QString BesideField::nameOf(size_t index) const
{
    const Plan &plan = m_plans[index];
    if (!plan.name.trimmed().isEmpty())
        return plan.name.trimmed();
    if (const auto *named = std::get_if<NamedModel>(&plan.model))
        return named->id.section(QLatin1Char('/'), -1);
    return tr("Plan %1").arg(index + 1);
}

void BesideField::setPlans(const std::vector<Plan> &plans)
{
    m_plans = plans;
    QStringList names;
    for (size_t i = 0; i < m_plans.size(); ++i)
        names << nameOf(i);
    m_label->setText(names.isEmpty() ? tr("nothing") : names.join(QLatin1String(", ")));
    m_label->setDetails(m_label->text());
    m_button->setAccessibleDescription(m_label->text());
}

void BesideField::showTaken(const Neighbours &neighbours, SizeUnit unit)
{
    if (neighbours.all.size() != m_plans.size() || m_plans.empty())
        return;
    QStringList brief, details;
    const QLocale locale;
    for (const Neighbour &each : neighbours.all) {
        const QString size = formatSize(each.taken, unit, locale);
        brief << tr("%1: %2").arg(each.name, size);
        details << tr("%1 on %2 takes %3 of %n GPU(s)", nullptr, each.gpus).arg(each.name, each.engine, size);
    }
    m_label->setText(brief.join(QLatin1String(", ")));
    m_label->setDetails(details.join(QLatin1Char('\n')));
    m_button->setAccessibleDescription(details.join(QLatin1String(". ")));
}

void BesideField::fillMenu()
{
    m_menu->clear();
    connect(m_menu->addAction(tr("&Add a saved plan...")), &QAction::triggered, this, &BesideField::askFile);
    if (!m_plans.empty())
        m_menu->addSeparator();
    for (size_t i = 0; i < m_plans.size(); ++i) {
        connect(m_menu->addAction(tr("Remove %1").arg(nameOf(i).replace(QLatin1Char('&'), QLatin1String("&&")))),
                &QAction::triggered, this, [this, i] {
                    std::vector<Plan> plans = m_plans;
                    plans.erase(plans.begin() + std::ptrdiff_t(i));
                    Q_EMIT plansEdited(plans);
                });
    }
}

void BesideField::askFile()
{
    const QString path = QFileDialog::getOpenFileName(this, tr("Plan that runs on the same GPUs"), QString(),
                                                      tr("Plans (*.plimsoll *.json);;All files (*)"));
    if (!path.isEmpty())
        addFile(path);
}

void BesideField::addFile(const QString &path)
{
    Result<Plan> plan = loadPlanFile(path);
    if (!plan) {
        Q_EMIT problemChanged(plan.error().text);
        return;
    }
    if (!plan->beside.empty()) {
        Q_EMIT problemChanged(tr("%1 has plans beside it itself: add those one by one").arg(path));
        return;
    }
    Q_EMIT problemChanged({});
    if (plan->name.trimmed().isEmpty())
        plan->name = QFileInfo(path).completeBaseName();
    std::vector<Plan> plans = m_plans;
    plans.push_back(std::move(plan).value());
    Q_EMIT plansEdited(plans);
}

} // namespace plimsoll
