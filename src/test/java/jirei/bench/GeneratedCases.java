package jirei.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Figure;
import jirei.cases.Municipality;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.Source;

/**
 * Generates synthetic cases. The same number always yields the same case, so that a small corpus is a prefix of a large
 * one.
 */
final class GeneratedCases {
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;
    private static final int MIN_SECTIONS = 6;
    private static final int MAX_SECTIONS = 18;
    private static final int FIRST_YEAR = 2008;
    private static final int YEARS = 16;

    private final Material material;
    private final List<Actor> actors;
    private final long seed;

    /**
     * @param actors additional actors
     */
    GeneratedCases(Material material, List<Actor> actors, long seed) {
        this.material = material;
        this.actors = actors;
        this.seed = seed;
    }

    /** Generates case {@code number}, from 1, with at most {@code limit} sections. */
    CaseStudy of(int number, int limit) {
        var random = new SplittableRandom(seed ^ (number * GOLDEN_RATIO));
        Municipality place = Material.municipality(random);
        List<Section> sections = new ArrayList<>();
        int count = Math.min(limit, random.nextInt(MIN_SECTIONS, MAX_SECTIONS + 1));
        for (int i = 1; i <= count; i++) {
            sections.add(section(i, random));
        }
        return new CaseStudy(
                "bench-" + number,
                number,
                place.name() + "における" + material.word(random) + "と" + material.word(random),
                "生成した事例集",
                FIRST_YEAR + random.nextInt(YEARS),
                place.prefecture(),
                place.name(),
                region(place, random),
                Source.UNKNOWN,
                sections);
    }

    private Section section(int number, SplittableRandom random) {
        Section template = material.template(random);
        List<Actor> sectionActors = new ArrayList<>(template.actors());
        if (random.nextInt(3) == 0) {
            sectionActors.add(actors.get(random.nextInt(actors.size())));
        }
        return new Section(
                "s" + number,
                template.kind(),
                material.reword(template.heading(), random),
                "",
                sectionActors,
                template.themes(),
                material.text(template, random));
    }

    private static RegionFigures region(Municipality place, SplittableRandom random) {
        long population = Math.round(Math.exp(random.nextDouble(Math.log(1_000), Math.log(1_500_000))));
        return new RegionFigures(
                place.name(),
                Map.of(
                        RegionFigure.POPULATION, figure(population, 0),
                        RegionFigure.AREA, figure(random.nextInt(500, 100_000), 2),
                        RegionFigure.AGEING_RATE, figure(random.nextInt(1_800, 5_500), 2),
                        RegionFigure.CLINICS, figure(1 + population / 1_250, 0),
                        RegionFigure.HOSPITALS, figure(population / 15_000, 0)));
    }

    private static Figure figure(long unscaled, int scale) {
        return new Figure(BigDecimal.valueOf(unscaled, scale), "");
    }
}
