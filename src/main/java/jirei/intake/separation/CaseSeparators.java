package jirei.intake.separation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jirei.intake.facts.Field;
import jirei.intake.facts.FieldLabel;
import jirei.intake.source.Block;
import jirei.intake.source.JapaneseText;

/**
 * Finds where the cases of a document start: at what repeats in the same shape with a rising number or a changing
 * place. Not thread-safe.
 */
public final class CaseSeparators {
    private static final int MIN_CASES = 2;
    private static final int MAX_HEADER_LENGTH = 100;

    private static final Pattern COLLECTION =
            Pattern.compile(".*(?:事例集|取組集|実践集|事例|取組例|取り組み例)(?:[^一-龯].*)?", Pattern.DOTALL);

    private final List<Block> blocks;

    private CaseSeparators(List<Block> blocks) {
        this.blocks = blocks;
    }

    /** Returns how {@code rule} divides {@code blocks} into cases. */
    public static Separation find(List<Block> blocks, SplitRule rule) {
        var separators = new CaseSeparators(blocks);
        return switch (rule) {
            case SplitRule.Automatic auto -> separators.automatic();
            case SplitRule.Never none -> Separation.NONE;
            case SplitRule.EachRow rows -> Separation.NONE;
            case SplitRule.EachPage pages -> separators.pages();
            case SplitRule.EachMatch(Pattern pattern) -> separators.matching(pattern);
        };
    }

    private Separation automatic() {
        Separation numbered = numbered(true);
        if (!numbered.starts().isEmpty()) {
            return numbered;
        }
        Separation places = PlaceHeadings.find(blocks);
        Separation forms = FormCases.find(blocks);
        boolean areForms = places.starts().isEmpty()
                || (forms.starts().size() >= places.starts().size() && havePlaces(forms));
        if (areForms && !forms.starts().isEmpty()) {
            return forms;
        }
        Separation parts = numbered(false);
        boolean areAllParts = positions(parts).containsAll(positions(places)); // and those with unknown places
        return areAllParts ? parts : places;
    }

    private static Set<Integer> positions(Separation separation) {
        return separation.starts().stream().map(CaseStart::at).collect(Collectors.toSet());
    }

    private boolean havePlaces(Separation forms) {
        List<Block> first = blocks.subList(
                forms.starts().getFirst().body(), forms.starts().get(1).at());
        return Field.of(first).stream().anyMatch(field -> field.kind() == FieldLabel.PLACE);
    }

    /** A header with the key of its shape. */
    private record Candidate(int at, CaseHeader header) {}

    /** Divides at headers with a word and a number: those of the highest level of a word that repeats. */
    private Separation numbered(boolean isCertain) {
        Map<String, List<Candidate>> byShape = new LinkedHashMap<>();
        for (int at = 0; at < blocks.size(); at++) {
            Block block = blocks.get(at);
            Optional<CaseHeader> header = CaseStart.isLine(block) ? CaseHeader.of(block.text()) : Optional.empty();
            if (header.isPresent() && header.get().isCertain() == isCertain) {
                String key = (block.isHeading() ? block.level() : CaseStart.LAST_LEVEL) + " "
                        + header.get().word();
                byShape.computeIfAbsent(key, shape -> new ArrayList<>()).add(new Candidate(at, header.get()));
            }
        }
        return byShape.entrySet().stream()
                .map(entry -> Map.entry(entry.getKey(), withoutRepetitions(entry.getValue())))
                .filter(entry -> isSeries(entry.getValue()) && (isCertain || agrees(entry.getValue())))
                .min(Map.Entry.comparingByKey())
                .map(entry -> separation(entry.getValue()))
                .orElse(Separation.NONE);
    }

    private Separation separation(List<Candidate> headers) {
        Candidate first = headers.getFirst();
        List<CaseStart> starts = headers.stream()
                .map(one -> new CaseStart(
                        one.at,
                        one.at + 1,
                        one.header.number() == 0 ? null : (Integer) one.header.number(),
                        one.header.title()))
                .toList();
        int level = blocks.get(first.at).level();
        return new Separation(
                starts,
                level,
                false,
                "「" + CaseStart.shortened(blocks.get(first.at).text()) + "」のような見出し");
    }

    /** Drops headers that are printed again on the next page, and lists of the headers in front of the cases. */
    private List<Candidate> withoutRepetitions(List<Candidate> headers) {
        Set<String> texts = new HashSet<>();
        List<Candidate> kept = new ArrayList<>();
        for (int i = headers.size() - 1; i >= 0; i--) {
            Candidate header = headers.get(i);
            boolean isListed = (i + 1 < headers.size() && headers.get(i + 1).at == header.at + 1)
                    || (i > 0 && headers.get(i - 1).at == header.at - 1);
            boolean isNew =
                    texts.add(JapaneseText.comparisonKey(blocks.get(header.at).text()));
            boolean isAgain = i > 0
                    && headers.get(i - 1).header.equals(header.header)
                    && !header.header.title().isEmpty();
            if (!isAgain && (isNew || !isListed)) {
                kept.addFirst(header);
            }
        }
        return kept;
    }

    /** Returns whether there are several headers and their numbers change. */
    private static boolean isSeries(List<Candidate> headers) {
        return headers.size() >= MIN_CASES
                && headers.stream().map(Candidate::header).distinct().count() >= MIN_CASES;
    }

    /**
     * Returns whether a second sign agrees that the parts are cases: rising numbers, and changing places, a title of a
     * collection or a subheading that each part has.
     */
    private boolean agrees(List<Candidate> headers) {
        for (int i = 1; i < headers.size(); i++) {
            if (headers.get(i).header.number() <= headers.get(i - 1).header.number()) {
                return false;
            }
        }
        List<Integer> starts = headers.stream().map(Candidate::at).toList();
        var headings = new PlaceHeadings(blocks, true);
        Set<String> places = new HashSet<>();
        for (int at : starts) {
            headings.of(at).ifPresent(places::add);
        }
        boolean isCollection = blocks.subList(0, starts.getFirst()).stream()
                .limit(5)
                .anyMatch(block -> block.text().length() <= MAX_HEADER_LENGTH
                        && COLLECTION.matcher(block.text()).matches());
        return places.size() >= MIN_CASES || isCollection || hasCommonSubheading(starts);
    }

    private boolean hasCommonSubheading(List<Integer> starts) {
        Set<String> common = null;
        for (int i = 0; i < starts.size(); i++) {
            int end = i + 1 < starts.size() ? starts.get(i + 1) : blocks.size();
            Set<String> own = new HashSet<>();
            blocks.subList(starts.get(i) + 1, end).stream()
                    .filter(Block::isHeading)
                    .forEach(block -> own.add(JapaneseText.comparisonKey(block.text())));
            if (common == null) {
                common = own;
            } else {
                common.retainAll(own);
            }
        }
        return common != null && !common.isEmpty();
    }

    private Separation pages() {
        List<CaseStart> starts = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            boolean isNewPage =
                    at == 0 || blocks.get(at).place() != blocks.get(at - 1).place();
            if (isNewPage) {
                Block block = blocks.get(at);
                boolean isTitle = CaseStart.isLine(block)
                        && at + 1 < blocks.size()
                        && blocks.get(at + 1).place() == block.place();
                Optional<CaseHeader> header = CaseHeader.of(block.text());
                starts.add(new CaseStart(
                        at,
                        isTitle ? at + 1 : at,
                        header.map(CaseHeader::number)
                                .filter(number -> number > 0)
                                .orElse(null),
                        isTitle ? header.map(CaseHeader::title).orElse(block.text()) : ""));
            }
        }
        return starts.size() < MIN_CASES ? Separation.NONE : new Separation(starts, 0, false, "ページ");
    }

    private Separation matching(Pattern pattern) {
        List<CaseStart> starts = new ArrayList<>();
        for (int at = 0; at < blocks.size(); at++) {
            Block block = blocks.get(at);
            if (CaseStart.isLine(block) && pattern.matcher(block.text()).find()) {
                starts.add(CaseStart.of(blocks, at));
            }
        }
        return starts.isEmpty() ? Separation.NONE : new Separation(starts, 0, false, "「" + pattern + "」に合う行");
    }
}
