package jirei.library;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import jirei.cases.CaseStudy;
import jirei.cases.Pages;
import jirei.cases.Section;
import org.jspecify.annotations.Nullable;

/**
 * Pairs the cases of two readings of a document by what they are. Their order says nothing, as another separation moves all of them.
 * Stateless.
 */
final class CasePairs {
    /** Share of the characters of both cases that makes them the same. A case and one that holds it and a second do not have it. */
    private static final double SAME_TEXT = 0.6;

    /** What more cases have in common, such as a label in each row of a table, does not distinguish them. */
    private static final int MAX_COMMON = 20;

    private CasePairs() {}

    /**
     * What a case is. Immutable.
     *
     * @param title the title without blanks
     * @param pages its pages; empty if they are not known
     * @param sentences its sentences without blanks
     */
    record Content(String title, Set<Integer> pages, Set<String> sentences) {
        static Content of(CaseStudy of) {
            return new Content(
                    joined(of.title()),
                    of.sections().stream()
                            .flatMap(section -> pages(section.pages()))
                            .collect(Collectors.toSet()),
                    of.sections().stream()
                            .map(Section::text)
                            .flatMap(text -> Stream.of(text.split("(?<=[。．])|\\R")))
                            .map(Content::joined)
                            .filter(sentence -> !sentence.isEmpty())
                            .collect(Collectors.toSet()));
        }

        private static Stream<Integer> pages(@Nullable Pages pages) {
            return pages == null
                    ? Stream.of()
                    : IntStream.rangeClosed(pages.first(), pages.last()).boxed();
        }

        private static String joined(String text) {
            return text.replaceAll("[\\s\u3000]+", "");
        }

        /** Returns how far this and {@code other} are the same case; 0 if they are two. */
        double likeness(Content other) {
            double own = shareIn(other);
            double others = other.shareIn(this);
            double text = Math.min(own, others);
            boolean isSameTitle = title.equals(other.title);
            boolean isSamePages = !pages.isEmpty() && pages.equals(other.pages);
            // a text of which nearly nothing is left was read badly; one that is a part of the other is another case
            boolean isReadBadly = isSameTitle && isSamePages && Math.max(own, others) < SAME_TEXT;
            boolean isSame = text >= SAME_TEXT || isReadBadly;
            return isSame ? 1 + text + (isSameTitle ? 1 : 0) + (isSamePages ? 1 : 0) : 0;
        }

        /** Returns the share of the characters of this case that {@code other} has too, from 0 to 1. */
        private double shareIn(Content other) {
            int all = 0;
            int common = 0;
            for (String sentence : sentences) {
                all += sentence.length();
                common += other.sentences.contains(sentence) ? sentence.length() : 0;
            }
            return all == 0 ? 0 : (double) common / all;
        }
    }

    private record Pair(String id, int at, double likeness) {}

    /**
     * Returns the ids of those of the cases {@code read} that are the same as one of the cases {@code known}, by index. An id has one
     * index at most.
     *
     * @param known by id, the content of a case as it is and as earlier readings made it
     */
    static Map<Integer, String> of(Map<String, List<Content>> known, List<Content> read) {
        Map<Object, Set<String>> byFeature = new HashMap<>();
        known.forEach(
                (id, contents) -> contents.forEach(content -> features(content).forEach(feature -> byFeature
                        .computeIfAbsent(feature, any -> new HashSet<>())
                        .add(id))));
        List<Pair> pairs = new ArrayList<>();
        for (int at = 0; at < read.size(); at++) {
            Content content = read.get(at);
            int index = at;
            features(content)
                    .map(feature -> byFeature.getOrDefault(feature, Set.of()))
                    .filter(having -> having.size() <= MAX_COMMON)
                    .flatMap(Set::stream)
                    .distinct()
                    .forEach(
                            id -> pairs.add(new Pair(id, index, likeness(known.getOrDefault(id, List.of()), content))));
        }
        pairs.sort(Comparator.comparingDouble(Pair::likeness)
                .reversed()
                .thenComparing(Pair::at)
                .thenComparing(Pair::id));
        Map<Integer, String> ids = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        for (Pair pair : pairs) {
            if (pair.likeness() > 0 && !ids.containsKey(pair.at()) && taken.add(pair.id())) {
                ids.put(pair.at(), pair.id());
            }
        }
        return ids;
    }

    /** Only cases that have one of these in common can be the same, so that not all of them are compared. */
    private static Stream<Object> features(Content content) {
        return Stream.concat(Stream.of(content, Set.of(content.title())), content.sentences().stream());
    }

    private static double likeness(List<Content> known, Content read) {
        return known.stream().mapToDouble(read::likeness).max().orElse(0);
    }
}
