// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controls/fetchbar.h"

#include "core/units/sizeformat.h"
#include "ui/controls/combobox.h"
#include "ui/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>

namespace plimsoll {

FetchBar::FetchBar(QWidget *parent)
    : QFrame(parent)
    , m_label(new QLabel(this))
    , m_progress(new QProgressBar(this))
    , m_choices(new ComboBox(24, this))
    , m_take(new QPushButton(tr("Use it"), this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
{
    constexpr int margin = 10;
    m_label->setTextFormat(Qt::PlainText);
    m_label->setWordWrap(true);
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(fontMetrics().averageCharWidth() * 24);
    m_choices->setAccessibleName(tr("Model in the repository"));
    m_take->setAutoDefault(false);
    m_cancel->setAutoDefault(false);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(margin, 8, margin, 8);
    row->setSpacing(margin);
    row->addWidget(m_label, 1);
    row->addWidget(m_progress);
    row->addWidget(m_choices);
    row->addWidget(m_take);
    row->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &FetchBar::cancel);
    connect(m_take, &QPushButton::clicked, this, [this] { fetch(m_choices->currentData().toString()); });
    hide();
}

FetchBar::~FetchBar() = default;

void FetchBar::setFetcher(std::unique_ptr<ModelFetcher> fetcher)
{
    cancel();
    m_fetcher = std::move(fetcher);
    if (!m_fetcher)
        return;
    connect(m_fetcher.get(), &ModelFetcher::progressed, this, &FetchBar::showProgress);
    connect(m_fetcher.get(), &ModelFetcher::failed, this, &FetchBar::end);
    connect(m_fetcher.get(), &ModelFetcher::finished, this, [this](const QString &model) {
        hide();
        Q_EMIT fetched(model);
    });
}

std::unique_ptr<ModelFetcher> FetchBar::takeFetcher()
{
    cancel();
    if (m_fetcher)
        m_fetcher->disconnect(this);
    return std::move(m_fetcher);
}

void FetchBar::fetch(const QString &model)
{
    if (!m_fetcher)
        return;
    m_model = model;
    m_progress->setRange(0, 0);
    m_progress->show();
    m_choices->hide();
    m_take->hide();
    m_label->setText(tr("Asking the Hugging Face Hub for %1").arg(m_model));
    setAccessibleName(m_label->text());
    show();
    m_fetcher->fetch(model);
}

void FetchBar::cancel()
{
    if (m_fetcher)
        m_fetcher->cancel();
    hide();
}

void FetchBar::showProgress(qint64 bytes, int filesDone, int files)
{
    m_progress->setRange(0, files);
    m_progress->setValue(filesDone);
    m_label->setText(tr("Fetching headers of %1: %2 so far")
                         .arg(m_model, QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat)));
}

void FetchBar::end(const Error &error, const std::vector<ModelToFetch> &choices)
{
    if (choices.empty()) {
        hide();
        Q_EMIT failed(error);
        return;
    }
    m_choices->clear();
    for (const ModelToFetch &choice : choices)
        m_choices->addItem(tr("%1, %2").arg(choice.name, formatSize(choice.bytes, SizeUnit::GB, QLocale())),
                           choice.model);
    m_label->setText(tr("%1 has several models. Which one?").arg(m_model));
    setAccessibleName(m_label->text());
    m_progress->hide();
    m_choices->show();
    m_take->show();
    m_choices->setFocus(Qt::OtherFocusReason);
}

void FetchBar::paintEvent(QPaintEvent *)
{
    const Theme theme = Theme::forPalette(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.color(ThemeColor::Outline));
    painter.setBrush(theme.color(ThemeColor::Panel));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
}

} // namespace plimsoll
