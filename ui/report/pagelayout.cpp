// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/pagelayout.h"

namespace plimsoll {
namespace {

class Pages
{
public:
    Pages(const std::vector<Strip> &strips, double height)
        : m_strips(strips)
        , m_height(height)
    {
    }

    void add(int first, int end)
    {
        double height = 0;
        for (int i = first; i < end; ++i)
            height += m_strips[size_t(i)].height + (i == first ? 0 : m_strips[size_t(i)].above);
        if (end - first > 1 && height + headHeight(first) > m_height) {
            for (int i = first; i < end; ++i)
                add(i, i + 1);
            return;
        }
        if (!m_page.empty() && m_bottom + m_strips[size_t(first)].above + height > m_height)
            turn();
        if (m_page.empty())
            repeatHead(first);
        for (int i = first; i < end; ++i)
            put(i);
    }

    std::vector<PageStrips> take()
    {
        if (!m_page.empty())
            turn();
        return std::move(m_pages);
    }

private:
    double headHeight(int strip) const
    {
        const Strip &first = m_strips[size_t(strip)];
        double height = 0;
        for (int i = 0; first.head >= 0 && i < first.headStrips; ++i)
            height += m_strips[size_t(first.head) + size_t(i)].height;
        return height;
    }

    void repeatHead(int strip)
    {
        const Strip &first = m_strips[size_t(strip)];
        for (int i = 0; first.head >= 0 && i < first.headStrips; ++i)
            put(first.head + i);
    }

    void put(int strip)
    {
        const Strip &each = m_strips[size_t(strip)];
        const double top = m_page.empty() ? 0 : m_bottom + each.above;
        m_page.push_back({strip, top});
        m_bottom = top + each.height;
    }

    void turn()
    {
        m_pages.push_back(std::move(m_page));
        m_page.clear();
        m_bottom = 0;
    }

    const std::vector<Strip> &m_strips;
    double m_height;
    std::vector<PageStrips> m_pages;
    PageStrips m_page;
    double m_bottom = 0;
};

} // namespace

std::vector<PageStrips> paginate(const std::vector<Strip> &strips, double pageHeight)
{
    Pages pages(strips, pageHeight);
    const int count = int(strips.size());
    for (int first = 0; first < count;) {
        int end = first + 1;
        while (end < count && strips[size_t(end - 1)].keepsNext)
            ++end;
        pages.add(first, end);
        first = end;
    }
    return pages.take();
}

} // namespace plimsoll
