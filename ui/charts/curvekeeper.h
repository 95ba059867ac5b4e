// SPDX-FileCopyrightText: 2026 The Plimsoll authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/catalog/catalog.h"
#include "core/planning/plan.h"
#include "ui/whatfits/latestanswer.h"

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace plimsoll {

struct ModelArchitecture;

/// What a curve follows from: the plan without what runs along the axis. Equal keys have equal curves.
struct CurveKey {
    Plan rest;
    std::shared_ptr<const ModelArchitecture> model; ///< by address, for its file may have changed; null = not of it
    std::shared_ptr<const Catalog> catalog;         ///< that other models are looked up in; null = none are

    friend bool operator==(const CurveKey &a, const CurveKey &b)
    {
        return a.records() == b.records() && a.calibration() == b.calibration() && a.model == b.model
               && a.rest == b.rest;
    }

private:
    /// The same for all copies of a catalog, another after it was read anew.
    const void *records() const { return catalog ? &catalog->models() : nullptr; }
    const void *calibration() const { return catalog ? catalog->calibration().get() : nullptr; }
};

/// The curve of a chart: kept while it is right, so that a plan that moves along it costs nothing, and made anew at
/// once or in the background. One that nobody waits for any more is never told.
template <typename Curve>
class CurveKeeper
{
public:
    using Stopped = std::function<bool()>;
    using Work = std::function<Curve(const Stopped &)>;

    /// `arrived` runs in the thread of `context` when a curve that was asked for in the background is there.
    CurveKeeper(QObject *context, std::function<void()> arrived)
        : m_answer(context, [this, arrived = std::move(arrived)](const Keyed &answer) {
            m_pending.reset();
            if (!(m_wanted == answer.first))
                return;
            m_kept = answer;
            arrived();
        })
    {
    }

    void setInBackground(bool on) { m_inBackground = on; }

    /// True where curve() is the one of this key when it returns.
    bool ask(const CurveKey &key, const Work &work)
    {
        m_wanted = key;
        if (!isOutdated())
            return true;
        if (!m_inBackground) {
            m_kept = Keyed{key, work([] { return false; })};
            return true;
        }
        if (!(m_pending == key)) {
            m_pending = key;
            m_answer.ask([key, work](const Stopped &stopped) { return Keyed{key, work(stopped)}; });
        }
        return false;
    }

    /// The curve is that of a key before the last, or there is none yet.
    bool isOutdated() const { return !m_kept || !(m_wanted == m_kept->first); }
    const Curve *curve() const { return m_kept ? &m_kept->second : nullptr; }

private:
    using Keyed = std::pair<CurveKey, Curve>;

    LatestAnswer<Keyed> m_answer;
    std::optional<CurveKey> m_wanted, m_pending;
    std::optional<Keyed> m_kept;
    bool m_inBackground = false;
};

} // namespace plimsoll
