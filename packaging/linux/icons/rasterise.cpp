// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Runs while building: plimsoll-rasterise DRAWING.svg SIZE OUT.png

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

namespace {

constexpr int kLargest = 1024;

int fail(const QString &what, const QString &why)
{
    std::fprintf(stderr, "plimsoll-rasterise: %s: %s\n", qUtf8Printable(what), qUtf8Printable(why));
    return 1;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList typed = QCoreApplication::arguments();
    if (typed.size() != 4)
        return fail(QStringLiteral("usage"), QStringLiteral("plimsoll-rasterise DRAWING.svg SIZE OUT.png"));
    const QString drawing = typed.at(1), picture = typed.at(3);
    const int size = typed.at(2).toInt();
    if (size < 1 || size > kLargest)
        return fail(typed.at(2), QStringLiteral("a size is a number of pixels from 1 to %1").arg(kLargest));

    QSvgRenderer renderer(drawing);
    if (!renderer.isValid())
        return fail(drawing, QStringLiteral("not a drawing that can be read"));
    QImage image(size, size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, size, size));
    painter.end();

    QDir().mkpath(QFileInfo(picture).path());
    if (!image.save(picture, "PNG"))
        return fail(picture, QStringLiteral("cannot be written"));
    return 0;
}
