package jirei.intake.mieruka;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jirei.intake.layout.SourceLine;
import jirei.intake.source.JapaneseText;
import org.jspecify.annotations.Nullable;

/**
 * The collection published in a source document. Immutable.
 *
 * @param title the title after its fiscal year; empty if there is no running title
 * @param year the fiscal year as a Gregorian year; null if unknown
 * @param idStem the prefix of the case ids, as in mieruka-h29
 * @param words the text of the whole document, for {@link JapaneseText#closeAbbreviations}
 */
record CaseCollection(String title, @Nullable Integer year, String idStem, String words) {
    private static final Pattern ERA_YEAR = Pattern.compile("(平成|令和)([0-9]+|元)年度");
    private static final int BEFORE_HEISEI = 1988;
    private static final int BEFORE_REIWA = 2018;

    /** Returns the collection named in the running title. */
    static CaseCollection of(List<SourceLine> lines, String layout) {
        List<String> texts = lines.stream().map(SourceLine::text).toList();
        String words = lines.stream().map(SourceLine::raw).collect(Collectors.joining("\n"));
        return of(texts, layout, words);
    }

    /**
     * Returns the collection named in one of {@code titles}.
     *
     * @param words the text of the whole document
     */
    static CaseCollection of(List<String> titles, String layout, String words) {
        for (String title : titles) {
            Matcher running = LineGroupType.RUNNING_TITLE_LINE.matcher(title);
            if (running.matches()) {
                boolean yearLast = running.group(1) != null;
                String name = yearLast ? running.group(1) : running.group(4);
                String eraYear = yearLast ? running.group(2) : running.group(3);
                return named(name, eraYear, layout, words);
            }
        }
        return new CaseCollection("", null, layout, words);
    }

    private static CaseCollection named(String name, String eraYear, String layout, String words) {
        Matcher era = ERA_YEAR.matcher(Normalizer.normalize(eraYear, Normalizer.Form.NFKC));
        if (!era.matches()) {
            return new CaseCollection(name, null, layout, words);
        }
        boolean isHeisei = era.group(1).equals("平成");
        int ofEra = era.group(2).equals("元") ? 1 : Integer.parseInt(era.group(2));
        int year = ofEra + (isHeisei ? BEFORE_HEISEI : BEFORE_REIWA);
        return new CaseCollection(eraYear + " " + name, year, layout + "-" + (isHeisei ? "h" : "r") + ofEra, words);
    }
}
