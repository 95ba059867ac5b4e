// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/languagehint.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace plimsoll {

QString fontHint(const QString &language, bool hasChineseFont)
{
    if (language != QLatin1String("zh_CN") || hasChineseFont)
        return {};
    // Not to be translated: whoever reads this needs both.
    return QStringLiteral(
        "No installed font has Chinese characters. Install one, such as the package fonts-noto-cjk of "
        "Debian and Ubuntu, and start Plimsoll again; until then choose View > English. "
        "已安装的字体都不含中文字符，请安装中文字体（Debian、Ubuntu 软件包 fonts-noto-cjk），"
        "然后重新启动 Plimsoll。");
}

QFont fontFor(const QString &language, const QFont &desktop)
{
    // A desktop in Chinese has chosen already.
    if (language != QLatin1String("zh_CN") || QLocale::system().language() == QLocale::Chinese)
        return desktop;
    const QStringList families = QFontDatabase::families(QFontDatabase::SimplifiedChinese);
    // Families for all of East Asia come once for each language, and have its name at the end.
    const auto made = std::find_if(families.begin(), families.end(), [](const QString &family) {
        return family.endsWith(QLatin1String(" SC")) && !family.contains(QLatin1String("Mono"))
               && !family.contains(QLatin1String("Serif"));
    });
    QFont font = desktop;
    if (made != families.end())
        font.setFamilies({QFontInfo(desktop).family(), *made});
    return font;
}

bool hasChineseFont()
{
    return !QFontDatabase::families(QFontDatabase::SimplifiedChinese).isEmpty();
}

} // namespace plimsoll
