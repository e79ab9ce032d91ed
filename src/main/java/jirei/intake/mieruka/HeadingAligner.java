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
 * Finds which text each heading heads.
 *
 * <p>A heading may stand before its text, inside it or behind it, and a second paragraph has none. What holds is the order:
 * main headings and the leads under them come in the same order, the other headings and their texts too. Among the ways
 * that keep the order the one with the smallest distances is taken; among like ones the texts that take up the words of
 * their headings decide.
 */
final class HeadingAligner {
    /** What a text is: the text of a heading, more of the text before, or an activity that lost its bullet. */
    enum Part {
        LEAD,
        HEADED,
        CONTINUATION,
        ACTIVITY
    }

    /**
     * @param heading null for a continuation, an activity and a text that has no heading before it
     */
    record Match(TextBlock block, Part part, @Nullable Heading heading) {}

    private static final double BARE_HEADING = 6;
    private static final double CONTINUATION = 1;
    private static final double ACTIVITY = 0.5;
    /** A page begins with a new section or in the middle of a sentence, seldom with a further paragraph. */
    private static final double PAGE_START = 3;

    /** A lead begins with an indented line. */
    private static final double NOT_INDENTED = 3;
    /** What stands before the first lead stands in no main section. */
    private static final double BEFORE_FIRST_LEAD = 4;
    /** A heading behind its text, where the text stands at the top of a page and could have had it there. */
    private static final double LATE_HEADING = 0.5;
    /** A text right under a heading is that heading's, not a further paragraph. */
    private static final double UNDER_HEADING = 2;

    private static final double FAR = 3;
    /** Less than any distance: what a text that takes up all words of its heading is worth. */
    private static final double SAME_WORDS = 0.5;
    /** Leads are set wider than other texts: what a full-width character more is worth. */
    private static final double WIDER = 0.4;

    private static final int MAX_STATES = 100;

    private final List<TextBlock> blocks;
    private final List<Heading> mains;
    private final List<Heading> others;
    private final boolean activitiesLackBullets;
    private final int[] starts;
    private final double usualMeasure;

    HeadingAligner(List<TextBlock> blocks, List<Heading> headings, boolean activitiesLackBullets) {
        this.blocks = blocks;
        this.mains = headings.stream().filter(Heading::isMain).toList();
        this.others = headings.stream().filter(heading -> !heading.isMain()).toList();
        this.activitiesLackBullets = activitiesLackBullets;
        this.starts = blocks.stream().mapToInt(TextBlock::firstLine).sorted().toArray();
        this.usualMeasure =
                blocks.stream().mapToDouble(TextBlock::measure).average().orElse(0);
    }

    /** The texts in their order, each with its part. */
    List<Match> best() {
        List<State> states = List.of(new State(0, 0, 0, null, null));
        for (int i = 0; i < blocks.size(); i++) {
            states = withBareHeadings(states);
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
        return state.cost + BARE_HEADING * left;
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
            followers.add(state.then(BARE_HEADING, new Match(block, Part.LEAD, null)));
        } else {
            followers.add(state.then(continuationCost(block), new Match(block, Part.CONTINUATION, null)));
        }
        if (activitiesLackBullets && block.isInTail() && !block.isIndented()) {
            followers.add(state.then(ACTIVITY, new Match(block, Part.ACTIVITY, null)));
        }
        return followers;
    }

    /** A lead's heading stands before it, inside it or at the foot of its section, behind the texts that follow. */
    private double leadCost(TextBlock block, Heading main) {
        double cost = block.isIndented() ? 0 : NOT_INDENTED;
        cost -= WIDER * (block.measure() - usualMeasure);
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
        double late = block.opensPage() ? LATE_HEADING : 0;
        return 1 + late + distance(heading, block, startsBetween(block.firstLine(), heading.line()));
    }

    /** The texts between, less what common words are worth; words don't matter over a distance. */
    private static double distance(Heading heading, TextBlock block, int textsBetween) {
        return textsBetween > 0
                ? FAR * textsBetween
                : -SAME_WORDS * StringSimilarity.share(heading.text(), block.text());
    }

    private double continuationCost(TextBlock block) {
        boolean isUnderHeading = others.stream()
                .anyMatch(heading ->
                        heading.line() < block.firstLine() && startsBetween(heading.line(), block.firstLine()) == 0);
        return CONTINUATION + (block.opensPage() ? PAGE_START : 0) + (isUnderHeading ? UNDER_HEADING : 0);
    }

    /** How many texts begin between two lines, neither counted. */
    private int startsBetween(int from, int to) {
        return Math.max(0, startsBefore(to) - startsBefore(from + 1));
    }

    private int startsBefore(int line) {
        int at = Arrays.binarySearch(starts, line);
        return at < 0 ? -at - 1 : at;
    }

    private List<State> withBareHeadings(List<State> states) {
        Map<Long, State> all = new LinkedHashMap<>();
        List<State> open = new ArrayList<>(states);
        for (int at = 0; at < open.size(); at++) {
            State state = open.get(at);
            all.merge(state.key(), state, State::cheaper);
            if (open.size() < MAX_STATES) {
                open.addAll(state.withBareHeading(mains.size(), others.size()));
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

    /** A way to explain the texts so far. */
    private record State(int mainsUsed, int othersUsed, double cost, @Nullable Match match, @Nullable State before) {
        long key() {
            return ((long) mainsUsed << Integer.SIZE) + othersUsed;
        }

        State then(double price, Match next) {
            return new State(
                    mainsUsed + (next.part == Part.LEAD && next.heading != null ? 1 : 0),
                    othersUsed + (next.part == Part.HEADED ? 1 : 0),
                    cost + price,
                    next,
                    this);
        }

        /** The same texts with one heading more that heads none. */
        List<State> withBareHeading(int mains, int others) {
            List<State> more = new ArrayList<>();
            if (mainsUsed < mains) {
                more.add(new State(mainsUsed + 1, othersUsed, cost + BARE_HEADING, match, before));
            }
            if (othersUsed < others) {
                more.add(new State(mainsUsed, othersUsed + 1, cost + BARE_HEADING, match, before));
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
