// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/catalog/layerpattern.h"

namespace plimsoll {
namespace {

/// "3D+E" written out, or an empty string where a count is not a number from 1 to `layers`.
QString runsWrittenOut(const QString &text, int layers)
{
    QString out;
    const QStringList runs = text.split(QLatin1Char('+'));
    for (const QString &run : runs) {
        int digits = 0;
        while (digits < run.size() && run.at(digits) >= QLatin1Char('0') && run.at(digits) <= QLatin1Char('9'))
            ++digits;
        const int times = digits == 0 ? 1 : run.left(digits).toInt();
        const QString letters = run.mid(digits);
        if (times < 1 || times > layers || letters.isEmpty() || out.size() > layers)
            return {};
        out += letters.repeated(times);
    }
    return out.size() < layers ? out.leftJustified(layers, out.back()) : out;
}

} // namespace

QString layerPattern(RecordReader &in, QLatin1String key, const QString &fallback, int layers, QLatin1String letters)
{
    QString text = in.text(key, fallback);
    if (text.contains(QLatin1Char('+'))) {
        const QString runs = runsWrittenOut(text, layers);
        if (runs.isEmpty()) {
            in.fail(key, RecordReader::tr("\"%1\" is not a list of runs such as \"3D+E\".").arg(text.left(40)));
            return {};
        }
        text = runs;
    }
    for (int i = 0; i < text.size(); ++i) {
        if (!letters.contains(text.at(i))) {
            in.fail(key, RecordReader::tr("\"%1\" for layer %2 is not a known kind of layer; expected one of: %3.")
                             .arg(QString(text.at(i)), QString::number(i), letters));
            return {};
        }
    }
    if (text.size() != layers && 2 * text.size() > layers && text.size() != 1) {
        in.fail(key, RecordReader::tr("names %1 layers, but num_hidden_layers is %2.").arg(text.size()).arg(layers));
        return {};
    }
    if (text.isEmpty())
        return {};
    return text.repeated(int(layers / text.size()) + 1).left(layers);
}

} // namespace plimsoll
