package jirei.intake.mieruka;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jirei.intake.layout.StringSimilarity;
import org.jspecify.annotations.Nullable;

/**
 * Aligns headings with their texts.
 *
 * <p>In the extracted lines a heading may precede its text, interrupt it or follow it, and a further paragraph has no
 * heading. The order is preserved: main headings and their leads are in the same order, and so are the other headings
 * and their texts. The alignment with the lowest total cost is found by dynamic programming with a beam of
 * {@value #MAX_STATES} states. The cost is mainly the number of texts between heading and text; words shared by both
 * break ties. Not thread-safe.
 */
final class HeadingAligner {
    /** The kind of a text: the text of a main or other heading, a continuation, or an activity without its bullet. */
    enum Part {
        LEAD,
        HEADED,
        CONTINUATION,
        ACTIVITY
    }

    /**
     * A text and its heading. Immutable.
     *
     * @param block the text
     * @param part the kind of text
     * @param heading the heading; null for a continuation, an activity and a first text without a heading
     */
    record Match(TextBlock block, Part part, @Nullable Heading heading) {}

    /** Cost of a heading without a text, and of a first text without a heading. */
    private static final double UNALIGNED = 6;

    private static final double CONTINUATION = 1;
    private static final double ACTIVITY = 0.5;
    /** Cost of a continuation at the top of a page, which usually starts a section or continues a sentence. */
    private static final double PAGE_START = 3;
    /** Cost of a lead whose first line is not indented. */
    private static final double NOT_INDENTED = 3;
    /** Cost of a text before the first lead, which has no main section. */
    private static final double BEFORE_FIRST_LEAD = 4;
    /** Cost of a heading after a text at the top of a page, where the heading could have preceded it. */
    private static final double LATE_HEADING = 0.5;
    /** Cost of a continuation directly below a heading. */
    private static final double UNDER_HEADING = 2;
    /** Cost of each text between heading and text. */
    private static final double DISTANCE = 3;
    /** Maximum bonus for a text that contains the words of its heading; lower than any distance. */
    private static final double SHARED_WORDS = 0.5;
    /** Bonus of a lead for each full-width character by which its lines are wider than the average; leads are wider. */
    private static final double WIDER = 0.4;

    private static final int MAX_STATES = 100;

    private final List<TextBlock> blocks;
    private final List<Heading> mains;
    private final List<Heading> others;
    private final boolean activitiesLackBullets;
    private final int[] starts;
    private final double averageLineWidth;

    HeadingAligner(List<TextBlock> blocks, List<Heading> headings, boolean activitiesLackBullets) {
        this.blocks = blocks;
        this.mains = headings.stream().filter(Heading::isMain).toList();
        this.others = headings.stream().filter(heading -> !heading.isMain()).toList();
        this.activitiesLackBullets = activitiesLackBullets;
        this.starts = blocks.stream().mapToInt(TextBlock::firstLine).sorted().toArray();
        this.averageLineWidth =
                blocks.stream().mapToDouble(TextBlock::lineWidth).average().orElse(0);
    }

    /** Returns the texts in order with their headings. */
    List<Match> best() {
        List<State> states = List.of(new State(0, 0, 0, null, null));
        for (int i = 0; i < blocks.size(); i++) {
            states = withUnalignedHeadings(states);
            Map<Long, State> next = new LinkedHashMap<>();
            for (State state : states) {
                for (State follower : followers(state, i)) {
                    next.merge(follower.key(), follower, State::cheaper);
                }
            }
            states = cheapest(next);
        }
        return states.stream()
                .min(Comparator.comparingDouble(this::total))
                .map(State::matches)
                .orElse(List.of());
    }

    private double total(State state) {
        int left = mains.size() - state.mainsUsed + others.size() - state.othersUsed;
        return state.cost + UNALIGNED * left;
    }

    private List<State> followers(State state, int i) {
        TextBlock block = blocks.get(i);
        List<State> followers = new ArrayList<>();
        if (state.mainsUsed < mains.size()) {
            Heading main = mains.get(state.mainsUsed);
            followers.add(state.then(leadCost(block, main), new Match(block, Part.LEAD, main)));
        }
        if (state.othersUsed < others.size()) {
            Heading other = others.get(state.othersUsed);
            double early = state.mainsUsed == 0 && !mains.isEmpty() ? BEFORE_FIRST_LEAD : 0;
            followers.add(state.then(early + headedCost(block, other), new Match(block, Part.HEADED, other)));
        }
        if (i == 0) {
            followers.add(state.then(UNALIGNED, new Match(block, Part.LEAD, null)));
        } else {
            followers.add(state.then(continuationCost(block), new Match(block, Part.CONTINUATION, null)));
        }
        if (activitiesLackBullets && block.isInTail() && !block.isIndented()) {
            followers.add(state.then(ACTIVITY, new Match(block, Part.ACTIVITY, null)));
        }
        return followers;
    }

    /** The heading of a lead may be before it, inside it or at the end of its section, after the texts that follow. */
    private double leadCost(TextBlock block, Heading main) {
        double cost = block.isIndented() ? 0 : NOT_INDENTED;
        cost -= WIDER * (block.lineWidth() - averageLineWidth);
        if (main.line() < block.firstLine()) {
            return cost + distance(main, block, startsBetween(main.line(), block.firstLine()));
        }
        int textsBetween = startsBetween(block.firstLine(), main.line());
        return cost + Math.min(textsBetween, 1) + distance(main, block, 0);
    }

    private double headedCost(TextBlock block, Heading heading) {
        if (heading.line() < block.firstLine()) {
            return distance(heading, block, startsBetween(heading.line(), block.firstLine()));
        }
        double late = block.startsPage() ? LATE_HEADING : 0;
        return 1 + late + distance(heading, block, startsBetween(block.firstLine(), heading.line()));
    }

    /** Returns the cost of the texts between; if there are none, minus the bonus for shared words. */
    private static double distance(Heading heading, TextBlock block, int textsBetween) {
        return textsBetween > 0
                ? DISTANCE * textsBetween
                : -SHARED_WORDS * StringSimilarity.share(heading.text(), block.text());
    }

    private double continuationCost(TextBlock block) {
        boolean isUnderHeading = others.stream()
                .anyMatch(heading ->
                        heading.line() < block.firstLine() && startsBetween(heading.line(), block.firstLine()) == 0);
        return CONTINUATION + (block.startsPage() ? PAGE_START : 0) + (isUnderHeading ? UNDER_HEADING : 0);
    }

    /** Returns the number of texts that start between two lines, exclusive. */
    private int startsBetween(int from, int to) {
        return Math.max(0, startsBefore(to) - startsBefore(from + 1));
    }

    private int startsBefore(int line) {
        int at = Arrays.binarySearch(starts, line);
        return at < 0 ? -at - 1 : at;
    }

    private List<State> withUnalignedHeadings(List<State> states) {
        Map<Long, State> all = new LinkedHashMap<>();
        List<State> open = new ArrayList<>(states);
        for (int at = 0; at < open.size(); at++) {
            State state = open.get(at);
            all.merge(state.key(), state, State::cheaper);
            if (open.size() < MAX_STATES) {
                open.addAll(state.withUnalignedHeading(mains.size(), others.size()));
            }
        }
        return cheapest(all);
    }

    private static List<State> cheapest(Map<Long, State> states) {
        return states.values().stream()
                .sorted(Comparator.comparingDouble(State::cost))
                .limit(MAX_STATES)
                .toList();
    }

    /** A partial alignment, as a linked list of matches. */
    private record State(int mainsUsed, int othersUsed, double cost, @Nullable Match match, @Nullable State before) {
        long key() {
            return ((long) mainsUsed << Integer.SIZE) + othersUsed;
        }

        State then(double addedCost, Match next) {
            return new State(
                    mainsUsed + (next.part == Part.LEAD && next.heading != null ? 1 : 0),
                    othersUsed + (next.part == Part.HEADED ? 1 : 0),
                    cost + addedCost,
                    next,
                    this);
        }

        /** Returns the states in which one more heading has no text. */
        List<State> withUnalignedHeading(int mains, int others) {
            List<State> more = new ArrayList<>();
            if (mainsUsed < mains) {
                more.add(new State(mainsUsed + 1, othersUsed, cost + UNALIGNED, match, before));
            }
            if (othersUsed < others) {
                more.add(new State(mainsUsed, othersUsed + 1, cost + UNALIGNED, match, before));
            }
            return more;
        }

        static State cheaper(State one, State other) {
            return other.cost < one.cost ? other : one;
        }

        List<Match> matches() {
            List<Match> matches = new ArrayList<>();
            for (State at = this; at != null && at.match != null; at = at.before) {
                matches.add(at.match);
            }
            Collections.reverse(matches);
            return matches;
        }
    }
}
