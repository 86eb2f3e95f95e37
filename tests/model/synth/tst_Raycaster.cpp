#include "model/synth/Random.h"
#include "model/synth/Raycaster.h"

#include <QTest>

using namespace lunkuo::synth;

namespace
{
Mesh box(const Eigen::Vector3f& low, const Eigen::Vector3f& high, Material material = Material::Wall)
{
    Mesh mesh;
    addBox(mesh, low, high, mesh.surface({material, {0.5F, 0.5F, 0.5F}}));
    return mesh;
}
} // namespace

class RaycasterTest : public QObject
{
    Q_OBJECT
private slots:
    void theFirstSurfaceIsMet()
    {
        Raycaster caster;
        caster.add(box({5, -1, -1}, {6, 1, 1}), Eigen::Isometry3f::Identity(), 3);
        caster.add(box({9, -9, -9}, {10, 9, 9}, Material::Grass), Eigen::Isometry3f::Identity(), 4);
        caster.build();
        const Hit hit = caster.cast({{0, 0.1F, 0.2F}, {1, 0, 0}});
        QCOMPARE(hit.distance, 5.0F);
        QCOMPARE(hit.object, 3);
        QCOMPARE(hit.surface.material, Material::Wall);
        QVERIFY((hit.normal - Eigen::Vector3f(-1, 0, 0)).norm() < 1e-6F);
        QCOMPARE(caster.cast({{0, 3, 0}, {1, 0, 0}}).object, 4);
        QVERIFY(!caster.cast({{0, 0, 0}, {-1, 0, 0}}).isHit());
    }

    void castingGoesOnBehindTheFirst()
    {
        Raycaster caster;
        caster.add(box({5, -1, -1}, {6, 1, 1}), Eigen::Isometry3f::Identity(), 3);
        caster.build();
        QCOMPARE(caster.cast({{0, 0.1F, 0.2F}, {1, 0, 0}}, 5.001F).distance, 6.0F);
        QVERIFY(!caster.cast({{0, 0.1F, 0.2F}, {1, 0, 0}}, 6.001F).isHit());
    }

    void blockedOnlyBeforeTheLimit()
    {
        Raycaster caster;
        caster.add(box({5, -1, -1}, {6, 1, 1}), Eigen::Isometry3f::Identity(), 3);
        caster.build();
        QVERIFY(caster.isBlocked({{0, 0.1F, 0.2F}, {1, 0, 0}}, 5.5F));
        QVERIFY(!caster.isBlocked({{0, 0.1F, 0.2F}, {1, 0, 0}}, 4.5F));
        QVERIFY(!caster.isBlocked({{0, 5, 0}, {1, 0, 0}}, 100.0F));
    }

    void emptyWorldIsNeverMet()
    {
        Raycaster caster;
        caster.build();
        QVERIFY(!caster.cast({}).isHit());
        QVERIFY(!caster.isBlocked({}, 100.0F));
    }

    /// Against the plain search through all triangles of a heap of boxes.
    void agreesWithTryingEveryTriangle()
    {
        Random random(11);
        Raycaster all;
        std::vector<Raycaster> single(150);
        for (std::size_t i = 0; i < single.size(); ++i) {
            const Eigen::Vector3f low(
                Eigen::Vector3d(random.between(-10, 10), random.between(-10, 10), random.between(-10, 10))
                    .cast<float>());
            const Mesh mesh = box(low, low + Eigen::Vector3f::Constant(static_cast<float>(random.between(0.3, 4.0))));
            all.add(mesh, Eigen::Isometry3f::Identity(), static_cast<std::int32_t>(i + 1));
            single[i].add(mesh, Eigen::Isometry3f::Identity(), static_cast<std::int32_t>(i + 1));
            single[i].build();
        }
        all.build();
        int met = 0;
        for (int k = 0; k < 2000; ++k) {
            const CastRay ray{Eigen::Vector3d(random.between(-15, 15), random.between(-15, 15), -20).cast<float>(),
                Eigen::Vector3d(random.between(-0.5, 0.5), random.between(-0.5, 0.5), 1).normalized().cast<float>()};
            float nearest = std::numeric_limits<float>::infinity();
            for (const Raycaster& caster : single)
                nearest = std::min(nearest, caster.cast(ray).distance);
            QCOMPARE(all.cast(ray).distance, nearest);
            met += std::isinf(nearest) ? 0 : 1;
        }
        QVERIFY(met > 500);
    }
};

QTEST_APPLESS_MAIN(RaycasterTest)
#include "tst_Raycaster.moc"
