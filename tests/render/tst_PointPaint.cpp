#include "render/PointPaint.h"
#include "tests/support/Scenes.h"

#include <QTest>
#include <functional>

using namespace lunkuo;
using namespace lunkuo::test;

namespace
{

/// A post of ten points on its own place along x.
LoadedFramePtr postAt(FrameId id, float x)
{
    PointCloud cloud;
    for (int i = 0; i < 10; ++i)
        for (const float value : {x, 0.0F, 0.2F * static_cast<float>(i)})
            cloud.xyz.push_back(value);
    return preparedFrame(id, std::move(cloud), Eigen::Vector3d(0, 0, 1.7));
}

/// What a view would hold of the frame.
ViewState stateOf(const Scene& scene, const Draft& draft, const LoadedFramePtr& frame)
{
    ViewState state{scene, draft};
    state.loaded = frame;
    state.frame = frame->id;
    state.coloring.by = ColorBy::Class;
    return state;
}

} // namespace

class PointPaintTest : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_scene = sceneOf(2, QStringLiteral("/nowhere")); }

    void takesOverWhatWasMadeAhead()
    {
        ViewState ahead = stateOf(m_scene, m_draft, m_next);
        ahead.filter.ground = PointFilter::Ground::Hidden;
        m_paint.makeAhead(ahead);
        QVERIFY(ahead.inks && ahead.hidden);

        ViewState shown = stateOf(m_scene, m_draft, m_next);
        shown.filter.ground = PointFilter::Ground::Hidden;
        QCOMPARE(m_paint.update(shown, Aspect::Cloud), Aspects(Aspect::Inks) | Aspect::Hidden);
        QCOMPARE(shown.inks, ahead.inks);
        QCOMPARE(shown.hidden, ahead.hidden);
    }

    void makesNothingTwice()
    {
        ViewState ahead = stateOf(m_scene, m_draft, m_next);
        m_paint.makeAhead(ahead);
        const auto inks = ahead.inks;
        m_paint.makeAhead(ahead);
        QCOMPARE(ahead.inks, inks);
    }

    void makesAnewWhatNoLongerFits_data()
    {
        using Change = std::function<void(Scene&, ViewState&)>;
        QTest::addColumn<Change>("change");
        QTest::newRow("colouring") << Change([](Scene&, ViewState& it) { it.coloring.by = ColorBy::Height; });
        QTest::newRow("filter") << Change([](Scene&, ViewState& it) { it.filter.cropsHeight = true; });
        QTest::newRow("background") << Change([](Scene&, ViewState& it) { it.backdrop = Backdrop::Light; });
        QTest::newRow("class colour") << Change([](Scene& it, ViewState&) { it.taxonomy.classes[0].color = 0x123456; });
        QTest::newRow("a shape") << Change([](Scene& it, ViewState&) {
            Track car;
            car.id = {7};
            car.classId = it.taxonomy.classes[0].id;
            it.tracks[car.id] = car;
            Shape shape;
            shape.id = {7};
            shape.track = car.id;
            shape.frame = {2};
            shape.cuboid = Cuboid::fromYaw({9.0, 0.0, 1.0}, {2, 2, 4}, 0.0);
            it.shapes.insert(shape);
        });
    }
    void makesAnewWhatNoLongerFits()
    {
        using Change = std::function<void(Scene&, ViewState&)>;
        QFETCH(const Change, change);
        ViewState ahead = stateOf(m_scene, m_draft, m_next);
        m_paint.makeAhead(ahead);
        ViewState shown = stateOf(m_scene, m_draft, m_next);
        change(m_scene, shown);
        m_paint.update(shown, Aspect::Cloud);
        PointPaint another;
        ViewState expected = stateOf(m_scene, m_draft, m_next);
        change(m_scene, expected);
        another.update(expected, Aspect::Cloud);
        QVERIFY(shown.inks != ahead.inks);
        QCOMPARE(*shown.inks, *expected.inks);
    }

    void anotherFrameIsInkedForItself()
    {
        ViewState ahead = stateOf(m_scene, m_draft, m_next);
        m_paint.makeAhead(ahead);
        ViewState shown = stateOf(m_scene, m_draft, postAt({1}, 5.0F));
        m_paint.update(shown, Aspect::Cloud);
        QVERIFY(shown.inks != ahead.inks);
        // The other one is still there for when it is wanted.
        ViewState next = stateOf(m_scene, m_draft, m_next);
        m_paint.update(next, Aspect::Cloud);
        QCOMPARE(next.inks, ahead.inks);
    }

private:
    Scene m_scene;
    Draft m_draft;
    LoadedFramePtr m_next = postAt({2}, 9.0F);
    PointPaint m_paint;
};

QTEST_MAIN(PointPaintTest)
#include "tst_PointPaint.moc"
