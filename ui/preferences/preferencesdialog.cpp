// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/preferences/preferencesdialog.h"

#include "core/engines/enginerules.h"
#include "ui/controls/combobox.h"
#include "ui/controls/controlgroup.h"
#include "ui/controls/problemlabel.h"
#include "ui/controls/searchpicker.h"
#include "ui/itemmodels/catalogmodel.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QDoubleValidator>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace plimsoll {

namespace {

constexpr double kMostPerHour = 10'000;
constexpr int kPriceDigits = 4;

CatalogEntry noGpuRow()
{
    return {
        {}, PreferencesDialog::tr("No GPU"), PreferencesDialog::tr("how much memory, and nothing to carry it"), {}, 0};
}

void choose(QComboBox *box, const QVariant &item)
{
    box->setCurrentIndex(box->findData(item));
}

} // namespace

PreferencesDialog::PreferencesDialog(const Catalog &catalog, QWidget *parent)
    : QDialog(parent)
    , m_gpus(new CatalogModel(noGpuRow(), catalog.gpus(), this))
    , m_unit(new ComboBox(8, this))
    , m_theme(new ComboBox(8, this))
    , m_language(new ComboBox(8, this))
    , m_engine(new ComboBox(8, this))
    , m_gpu(new SearchPicker(tr("GPU of new plans"), tr("Search: h100, 24gb nvidia, mac ..."), m_gpus, this))
    , m_price(new QLineEdit(this))
    , m_catalog(new QLineEdit(this))
    , m_browse(new QPushButton(tr("&Browse..."), this))
    , m_catalogProblem(new ProblemLabel(this))
    , m_proxy(new ComboBox(8, this))
    , m_proxyAddress(new QLineEdit(this))
    , m_proxyProblem(new ProblemLabel(this))
{
    setWindowTitle(tr("Preferences"));
    fillChoices();
    auto *validator = new QDoubleValidator(0, kMostPerHour, kPriceDigits, m_price);
    validator->setNotation(QDoubleValidator::StandardNotation);
    m_price->setValidator(validator);
    m_price->setPlaceholderText(tr("those of the catalog"));
    m_price->setClearButtonEnabled(true);
    m_price->setToolTip(tr("US dollars for one GPU and hour; empty: the cheapest dated offer of the catalog"));
    m_catalog->setPlaceholderText(QDir::toNativeSeparators(Catalog::userFile()));
    m_catalog->setClearButtonEnabled(true);
    m_catalog->setToolTip(tr("Your own models, GPUs and formats (JSON), over those that Plimsoll brings along"));
    m_catalog->setAccessibleName(tr("File of your catalog"));
    m_browse->setAutoDefault(false);
    m_browse->setAccessibleDescription(tr("Choose the catalog file"));
    m_proxyAddress->setPlaceholderText(QStringLiteral("proxy.example.org:3128"));
    m_proxyAddress->setAccessibleName(tr("Address of the proxy"));
    arrange();
    connectParts();
    setPreferences({});
}

void PreferencesDialog::fillChoices()
{
    m_unit->addItem(tr("GiB: 1,073,741,824 bytes"), int(SizeUnit::GiB));
    m_unit->addItem(tr("GB: 1,000,000,000 bytes"), int(SizeUnit::GB));
    for (const ThemeName &theme : themeNames())
        m_theme->addItem(theme.text, int(theme.theme));
    for (const LanguageName &language : languageNames())
        m_language->addItem(language.text, language.code);
    for (const QString &id : engineIds())
        m_engine->addItem(engineName(id), id);
    m_proxy->addItem(tr("As the system"), int(ProxyChoice::Kind::System));
    m_proxy->addItem(tr("None"), int(ProxyChoice::Kind::None));
    m_proxy->addItem(tr("By hand"), int(ProxyChoice::Kind::Manual));
}

void PreferencesDialog::arrange()
{
    auto *column = new QVBoxLayout(this);
    QList<QLabel *> labels;
    const auto group = [&](const QString &title) {
        auto *card = new ControlGroup(title, this);
        column->addWidget(card);
        return card;
    };
    ControlGroup *look = group(tr("Window"));
    labels += look->addRow(tr("&Sizes in"), m_unit);
    labels += look->addRow(tr("&Theme"), m_theme);
    labels += look->addRow(tr("&Language"), m_language);
    ControlGroup *plans = group(tr("New plans"));
    labels += plans->addRow(tr("&Engine"), m_engine);
    labels += plans->addRow(tr("&GPU"), m_gpu);
    ControlGroup *facts = group(tr("Data"));
    labels += facts->addRow(tr("Your $ per GPU-&hour"), m_price);
    auto *file = new QWidget(this);
    auto *row = new QHBoxLayout(file);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_catalog, 1);
    row->addWidget(m_browse);
    labels += facts->addRow(tr("Your &catalog"), file, m_catalog);
    facts->addRow(m_catalogProblem);
    ControlGroup *network = group(tr("Network, when you ask for a model of the Hub"));
    labels += network->addRow(tr("&Proxy"), m_proxy);
    labels += network->addRow(tr("&Address"), m_proxyAddress);
    network->addRow(m_proxyProblem);
    column->addStretch(1);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::RestoreDefaults | QDialogButtonBox::Close, this);
    m_reset = buttons->button(QDialogButtonBox::RestoreDefaults);
    for (QPushButton *button : {m_reset, buttons->button(QDialogButtonBox::Close)})
        button->setAutoDefault(false); // Enter ends typing
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);

    int widest = 0;
    for (const QLabel *label : labels)
        widest = qMax(widest, label->sizeHint().width());
    for (QLabel *label : labels)
        label->setMinimumWidth(widest); // controls line up across the cards
    for (QLineEdit *line : {m_price, m_catalog, m_proxyAddress}) {
        line->setTextMargins(4, 0, 4, 0);
        line->setMinimumHeight(m_unit->sizeHint().height());
    }
    setMinimumWidth(32 * fontMetrics().height());
}

void PreferencesDialog::connectParts()
{
    const auto connectBox = [this](QComboBox *box, auto take) {
        connect(box, &QComboBox::activated, this, [this, box, take](int index) {
            Preferences wanted = m_preferences;
            take(wanted, box->itemData(index));
            change(wanted);
        });
    };
    connectBox(m_unit, [](Preferences &to, const QVariant &item) { to.unit = SizeUnit(item.toInt()); });
    connectBox(m_theme, [](Preferences &to, const QVariant &item) { to.theme = ThemeChoice(item.toInt()); });
    connectBox(m_language, [](Preferences &to, const QVariant &item) { to.language = item.toString(); });
    connectBox(m_engine, [](Preferences &to, const QVariant &item) { to.engine = item.toString(); });
    connect(m_proxy, &QComboBox::activated, this, &PreferencesDialog::takeProxy);
    connect(m_gpu, &SearchPicker::chosen, this, [this](const QString &id) {
        Preferences wanted = m_preferences;
        wanted.gpu = id;
        change(wanted);
    });
    connect(m_price, &QLineEdit::textEdited, this, &PreferencesDialog::takePrice);
    connect(m_catalog, &QLineEdit::editingFinished, this,
            [this] { takeCatalog(QDir::fromNativeSeparators(m_catalog->text().trimmed())); });
    connect(m_browse, &QPushButton::clicked, this, &PreferencesDialog::askForCatalog);
    connect(m_proxyAddress, &QLineEdit::textEdited, this, &PreferencesDialog::takeProxy);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        setCatalogProblem({});
        m_proxyAddress->clear();
        change({});
        setPreferences(m_preferences);
    });
}

void PreferencesDialog::change(const Preferences &preferences)
{
    if (preferences == m_preferences)
        return;
    m_preferences = preferences;
    m_gpu->setCurrent(m_preferences.gpu, gpuName());
    Q_EMIT changed(m_preferences);
}

void PreferencesDialog::takePrice()
{
    Preferences wanted = m_preferences;
    bool isNumber = false;
    const double price = QLocale().toDouble(m_price->text(), &isNumber);
    wanted.pricePerGpuHour = isNumber && price >= 0 && price <= kMostPerHour ? std::optional(price) : std::nullopt;
    change(wanted);
}

void PreferencesDialog::takeCatalog(const QString &path)
{
    Preferences wanted = m_preferences;
    wanted.catalogFile = path;
    if (wanted == m_preferences && !catalogProblem().isEmpty())
        Q_EMIT changed(m_preferences); // the file may have been put right
    change(wanted);
}

void PreferencesDialog::askForCatalog()
{
    const QString folder =
        QFileInfo(m_preferences.catalogFile.isEmpty() ? Catalog::userFile() : m_preferences.catalogFile).path();
    auto *dialog = new QFileDialog(this, tr("Your catalog"), folder, tr("Catalogs (*.json);;All files (*)"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_catalog->setText(QDir::toNativeSeparators(path));
        takeCatalog(path);
    });
    dialog->open();
}

/// An address that cannot be read yet is told and not taken.
void PreferencesDialog::takeProxy()
{
    Preferences wanted = m_preferences;
    const auto kind = ProxyChoice::Kind(m_proxy->currentData().toInt());
    const std::optional<ProxyChoice> typed = proxyFrom(m_proxyAddress->text());
    const bool isManual = kind == ProxyChoice::Kind::Manual;
    m_proxyAddress->setEnabled(isManual);
    m_proxyProblem->setProblem(isManual && !typed ? tr("A name and a port are needed, such as proxy.example.org:3128.")
                                                  : QString());
    if (isManual && !typed)
        return;
    if (typed)
        wanted.proxy = *typed;
    wanted.proxy.kind = kind;
    change(wanted);
}

QString PreferencesDialog::gpuName() const
{
    const int row = m_gpus->rowOf(m_preferences.gpu);
    return row < 0 ? m_preferences.gpu : m_gpus->entry(row).name;
}

void PreferencesDialog::setPreferences(const Preferences &preferences)
{
    m_preferences = preferences;
    choose(m_unit, int(preferences.unit));
    choose(m_theme, int(preferences.theme));
    choose(m_language, preferences.language);
    choose(m_engine, preferences.engine);
    m_gpu->setCurrent(preferences.gpu, gpuName());
    m_price->setText(preferences.pricePerGpuHour
                         ? QLocale().toString(*preferences.pricePerGpuHour, 'f', QLocale::FloatingPointShortest)
                         : QString());
    m_catalog->setText(QDir::toNativeSeparators(preferences.catalogFile));
    choose(m_proxy, int(preferences.proxy.kind));
    m_proxyAddress->setText(proxyText(preferences.proxy));
    m_proxyAddress->setEnabled(preferences.proxy.kind == ProxyChoice::Kind::Manual);
    m_proxyProblem->setProblem({});
}

void PreferencesDialog::setCatalog(const Catalog &catalog)
{
    m_gpus->setEntries(catalog.gpus());
    m_gpu->setCurrent(m_preferences.gpu, gpuName());
}

void PreferencesDialog::setCatalogProblem(const QString &problem)
{
    m_catalogProblem->setProblem(problem);
}

QString PreferencesDialog::catalogProblem() const
{
    return m_catalogProblem->text();
}

QString PreferencesDialog::proxyProblem() const
{
    return m_proxyProblem->text();
}

} // namespace plimsoll
