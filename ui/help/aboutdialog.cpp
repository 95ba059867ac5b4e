// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/aboutdialog.h"

#include "core/catalog/catalog.h"
#include "core/catalog/catalogdate.h"

#include <QClipboard>
#include <QDate>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QPushButton>
#include <QSysInfo>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <algorithm>

namespace plimsoll {

namespace {

QString compilerName()
{
#if defined(Q_CC_CLANG)
    return QStringLiteral("Clang %1.%2.%3").arg(__clang_major__).arg(__clang_minor__).arg(__clang_patchlevel__);
#elif defined(Q_CC_GNU)
    return QStringLiteral("GCC %1.%2.%3").arg(__GNUC__).arg(__GNUC_MINOR__).arg(__GNUC_PATCHLEVEL__);
#elif defined(Q_CC_MSVC)
    return QStringLiteral("MSVC %1").arg(_MSC_VER);
#else
    return AboutDialog::tr("an unknown compiler");
#endif
}

QString section(const QString &heading, const QStringList &lines)
{
    QString html = QStringLiteral("<h4>%1</h4>").arg(heading.toHtmlEscaped());
    for (const QString &line : lines)
        html += QStringLiteral("<p>%1</p>").arg(line.toHtmlEscaped());
    return html;
}

QStringList versionLines()
{
    return {
        AboutDialog::tr("Plimsoll %1").arg(QStringLiteral(PLIMSOLL_VERSION)),
        AboutDialog::tr("Qt %1, built with Qt %2").arg(QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR)),
        AboutDialog::tr("Compiler: %1").arg(compilerName()),
        AboutDialog::tr("System: %1, %2").arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture())};
}

/// Of a day or a month.
QString dateText(const QString &date)
{
    const bool isMonth = date.size() == 7;
    const QDate day = QDate::fromString(isMonth ? date + QStringLiteral("-01") : date, Qt::ISODate);
    return isMonth ? QLocale().toString(day, QStringLiteral("MMMM yyyy"))
                   : QLocale().toString(day, QLocale::LongFormat);
}

QStringList dataLines(const Catalog &catalog)
{
    const auto whole = std::count_if(catalog.gpus().begin(), catalog.gpus().end(),
                                     [](const CatalogEntry &gpu) { return !gpu.id.contains(QLatin1Char('/')); });
    QStringList lines{
        AboutDialog::tr("Catalog of %1: %2 models, %3 GPUs, %4 formats.")
            .arg(dateText(catalogDate(catalog)), QLocale().toString(catalog.models().size()),
                 QLocale().toString(qlonglong(whole)), QLocale().toString(catalog.formats().size())),
        AboutDialog::tr("That is the newest date in it: of a release, a price or a measurement. Prices are "
                        "offers of their day.")};
    if (catalog.hasUserData())
        lines += AboutDialog::tr("Your own catalog file is merged over it.");
    return lines;
}

QStringList licenceLines()
{
    return {AboutDialog::tr("Plimsoll is free software under the GNU General Public License, version 3 or later "
                            "(GPL-3.0-or-later), without any warranty."),
            AboutDialog::tr(
                "Qt is used under the GNU Lesser General Public License, version 3 (LGPL-3.0), its Charts under "
                "the GNU General Public License, version 3."),
            AboutDialog::tr(
                "Facts of models are from the files that their publishers put out, facts of GPUs from their "
                "makers' data sheets and drivers. Every record of the catalog names its source, and \"Explain\" "
                "shows it beside each number."),
            AboutDialog::tr(
                "Measured memory of vLLM: the llm-d planner project (Apache-2.0). Other measured rows are figures "
                "that their authors published; each names where. Buffers of llama.cpp were measured for this "
                "program.")};
}

} // namespace

AboutDialog::AboutDialog(const Catalog &catalog, QWidget *parent)
    : QDialog(parent)
    , m_text(new QTextBrowser(this))
{
    setWindowTitle(tr("About Plimsoll"));
    m_text->setAccessibleName(tr("About Plimsoll"));
    m_text->setTabChangesFocus(true);
    m_text->document()->setDocumentMargin(10);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setHtml(
        QStringLiteral("<style>h4 { margin-top: 12px; margin-bottom: 2px; }"
                       "p { margin-top: 2px; margin-bottom: 2px; }</style><h3>Plimsoll %1</h3>")
            .arg(QStringLiteral(PLIMSOLL_VERSION))
        + QStringLiteral("<p>%1</p>")
              .arg(tr("How deep a large language model loads a GPU: how much memory a deployment needs, which "
                      "GPUs carry it, how many, and why. Nothing leaves this computer, and only when you ask for "
                      "a model of the Hugging Face Hub is it asked for that.")
                       .toHtmlEscaped())
        + section(tr("Versions"), versionLines()) + section(tr("Data"), dataLines(catalog))
        + section(tr("Licences"), licenceLines()));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *copy = buttons->addButton(tr("&Copy"), QDialogButtonBox::ActionRole);
    copy->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, m_text,
            [this] { QGuiApplication::clipboard()->setText(m_text->toPlainText()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_text, 1);
    column->addWidget(buttons);
    resize(96 * fontMetrics().averageCharWidth(), 36 * fontMetrics().height());
}

} // namespace plimsoll
