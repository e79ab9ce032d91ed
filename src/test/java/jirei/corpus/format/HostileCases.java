package jirei.corpus.format;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import jirei.cases.Actor;
import jirei.cases.CaseStudy;
import jirei.cases.Figure;
import jirei.cases.Prefecture;
import jirei.cases.RegionFigure;
import jirei.cases.RegionFigures;
import jirei.cases.Section;
import jirei.cases.SectionKind;
import jirei.cases.Source;
import jirei.cases.VisibleText;
import jirei.corpus.lexicon.ShippedThemes;

/** Generates random cases whose text resembles Markdown, YAML and JSON syntax; the same seed gives the same cases. */
public final class HostileCases {
    private static final List<String> FRAGMENTS = List.of(
            "# ",
            "## 見出し",
            "- ",
            "-",
            "+ 一つ",
            "* ",
            "1. ",
            "2017. ",
            "3) ",
            "> ",
            ">",
            "```",
            "~~~",
            "~~",
            "|",
            "| a | b |",
            "|---|---|",
            "<",
            "<b>",
            "</div>",
            "<!--",
            "-->",
            "<!-- 注 -->",
            "&amp;",
            "&lt;",
            "&#35;",
            "&",
            "*",
            "**太い**",
            "_",
            "__x__",
            "[x](y)",
            "![x](y)",
            "[x]: y",
            "[x]",
            "{#id}",
            "{#s1}",
            "{",
            "}",
            "種別: x",
            "主体: なし",
            "主体：医師会",
            "- 種別: ポイント",
            "\\",
            "\\\\",
            "\\#",
            "~",
            "\t",
            "===",
            "---",
            "***",
            "___",
            "=",
            "%YAML",
            "---\n",
            ": ",
            " #",
            "#",
            "@",
            "!",
            "!x",
            "&x",
            "*x",
            "%",
            "`",
            "'",
            "\"",
            "''",
            "yes",
            "no",
            "null",
            "~",
            "true",
            "1",
            "0x1F",
            "1_000",
            "2017-01-01",
            "12:30",
            "1e3",
            ".5",
            "?",
            "? x",
            "[",
            "]",
            ",",
            "{a: b}",
            "|\n",
            "<<",
            "=x",
            "https://example.org/a_b?c=d&e=f#g",
            "<https://example.org>",
            "a@example.org",
            "😀",
            "𠮷野家",
            "👨‍👩‍👧",
            "か\u3099",
            "\u00a0",
            "\u3000",
            "\u200b",
            "\u2028",
            "\u0085",
            "\ufeff",
            "\u0007",
            "\u000b",
            "ｶﾅ",
            "Ａ",
            "在宅",
            "医療と介護",
            "会議",
            "。",
            "、",
            "・一つ",
            "※",
            "（図1）",
            " ",
            "  ",
            "word",
            "Care",
            "\r",
            "\n");

    private final Random random;
    private final List<Actor> actors;

    /** @param actors the actors that sections may name */
    public HostileCases(long seed, List<Actor> actors) {
        this.random = new Random(seed);
        this.actors = actors;
    }

    /** Returns another case. */
    public CaseStudy next() {
        return new CaseStudy(
                "case-" + random.nextInt(1000) + pick(List.of("", ".x", "_", "-1")),
                chance() ? null : (Integer) (1 + random.nextInt(99)),
                title(),
                chance() ? "" : text(3),
                chance() ? null : (Integer) (1868 + random.nextInt(1000)),
                chance() ? null : pick(List.of(Prefecture.values())),
                chance() ? "" : text(2),
                region(),
                chance() ? Source.UNKNOWN : new Source(text(3), text(2), text(2), text(5)),
                sections());
    }

    private String title() {
        String title = text(2);
        return VisibleText.isBlank(title) ? "題" : title;
    }

    private RegionFigures region() {
        Map<RegionFigure, Figure> figures = new EnumMap<>(RegionFigure.class);
        for (RegionFigure what : RegionFigure.values()) {
            BigDecimal value = pick(List.of(
                    new BigDecimal("24"),
                    new BigDecimal("24.90"),
                    new BigDecimal("0"),
                    new BigDecimal("1E+1"),
                    new BigDecimal("0.0000001")));
            if (chance() && what.allows(value)) {
                figures.put(what, new Figure(value, chance() ? "" : text(2)));
            }
        }
        return chance() ? RegionFigures.NONE : new RegionFigures(chance() ? "" : text(2), figures);
    }

    private List<Section> sections() {
        int count = 1 + random.nextInt(6);
        List<String> ids = IntStream.range(0, count)
                .mapToObj(number -> pick(List.of("s", "S-1_", "1-")) + number)
                .toList();
        // A parent comes earlier in this order, which is not the order of the case: no cycles.
        List<String> order = new ArrayList<>(ids);
        Collections.shuffle(order, random);
        List<Section> sections = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            List<String> parents = order.subList(0, order.indexOf(ids.get(at)));
            sections.add(new Section(
                    ids.get(at),
                    pick(List.of(SectionKind.values())),
                    chance() ? "見出し" : text(4) + "。",
                    parents.isEmpty() || chance() ? "" : pick(parents),
                    chance() ? List.of() : List.of(pick(actors), pick(actors)),
                    chance() ? List.of() : List.of(pick(ShippedThemes.all()), pick(ShippedThemes.all())),
                    chance() ? "" : text(30) + (random.nextInt(20) == 0 ? "長い本文。".repeat(5000) : ""),
                    null,
                    chance() ? random.nextInt(101) : null));
        }
        return sections;
    }

    private String text(int limit) {
        var text = new StringBuilder();
        for (int count = random.nextInt(limit + 1); count >= 0; count--) {
            text.append(pick(FRAGMENTS));
        }
        return text.toString();
    }

    private boolean chance() {
        return random.nextInt(3) == 0;
    }

    private <T> T pick(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
