package jirei.library.pages;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/**
 * Finds the characters of a text in another one, which has them in pieces, in any order and among others. In
 * almost linear time: the work is bounded by a multiple of the lengths. Not thread-safe.
 *
 * <p>Equal stretches are found by the short sequences in them. The longest ones are taken first, each character once,
 * those that recur in the order of the text; shorter ones only near those taken, or where they are unique.
 */
final class TextAlignment {
    /** Length of the sequences by which equal stretches are found. */
    private static final int SEED = 4;
    /** Maximum number of places in the text at which a sequence is searched for. */
    private static final int MAX_PLACES = 16;
    /** Maximum number of comparisons for each character. */
    private static final int MAX_WORK = 64;
    /** Length from which a stretch is taken wherever it is. */
    private static final int LONG = 12;
    /** Length from which a stretch is taken if it is unique. */
    private static final int UNIQUE = 7;
    /** Maximum distance of a short stretch from where its neighbours lead to expect it, in characters. */
    private static final int NEAR = 60;

    /** Length of the sequences that are searched for between stretches. */
    private static final int SHORT = 2;
    /** Maximum length of what is left between two stretches in which short sequences are searched for. */
    private static final int MAX_GAP = 40;

    private final FoldedText text;
    private final FoldedText page;
    private final int seed;
    private final int[] places;
    private final boolean[] taken;
    /** The places of the first and the last character of what is taken, by their number in the text. */
    private final NavigableMap<Integer, Integer> ends = new TreeMap<>();

    /** Equal characters from {@code at} of the page and {@code from} of the text. */
    private record Stretch(int at, int from, int length) {}

    private TextAlignment(FoldedText text, FoldedText page) {
        this.text = text;
        this.page = page;
        this.seed = Math.max(1, Math.min(SEED, text.length()));
        this.places = new int[text.length()];
        this.taken = new boolean[page.length()];
        Arrays.fill(places, -1);
    }

    /** Returns the place in {@code page} of each character of {@code text}; -1 if it has none. */
    static int[] of(FoldedText text, FoldedText page) {
        var alignment = new TextAlignment(text, page);
        if (text.length() > 0) {
            alignment.align();
        }
        return alignment.places;
    }

    private void align() {
        List<Stretch> rest = stretches();
        rest.sort(Comparator.comparingInt(Stretch::length).reversed().thenComparingInt(Stretch::at));
        takeLong(rest);
        rest.removeIf(this::takeNear);
        Map<String, Integer> counts = counts();
        for (Stretch stretch : rest) {
            if (stretch.length() >= UNIQUE && isUnique(stretch, counts)) {
                take(stretch);
            }
        }
        rest.forEach(this::takeNear);
        fillGaps();
    }

    /**
     * Takes the long ones of {@code stretches}, or the longest one if there are none, and removes them. What recurs may
     * be in several places: there, those that keep the order of the text are taken first.
     */
    private void takeLong(List<Stretch> stretches) {
        List<Stretch> found = new ArrayList<>();
        stretches.removeIf(stretch -> stretch.length() >= LONG && found.add(stretch));
        if (found.isEmpty() && !stretches.isEmpty()) {
            take(stretches.removeFirst());
            return;
        }
        int[] repeatedOnPage = repeated(found, Stretch::at, page.length());
        int[] repeatedInText = repeated(found, Stretch::from, text.length());
        found.removeIf(stretch -> {
            boolean isUnique = 2 * count(repeatedOnPage, stretch.at(), stretch.length()) < stretch.length()
                    && 2 * count(repeatedInText, stretch.from(), stretch.length()) < stretch.length();
            return isUnique && take(stretch);
        });
        found.removeIf(stretch -> isInOrder(stretch) && take(stretch));
        found.forEach(this::take);
    }

    /** Returns the number of places before each one that are in more than one stretch. */
    private static int[] repeated(List<Stretch> stretches, ToIntFunction<Stretch> start, int length) {
        int[] changes = new int[length + 1];
        for (Stretch stretch : stretches) {
            changes[start.applyAsInt(stretch)]++;
            changes[start.applyAsInt(stretch) + stretch.length()]--;
        }
        int[] repeated = new int[length + 1];
        int covering = 0;
        for (int at = 0; at < length; at++) {
            covering += changes[at];
            repeated[at + 1] = repeated[at] + (covering > 1 ? 1 : 0);
        }
        return repeated;
    }

    private static int count(int[] before, int from, int length) {
        return before[from + length] - before[from];
    }

    /** Returns whether what is taken before and behind {@code stretch} in the text is so on the page. */
    private boolean isInOrder(Stretch stretch) {
        Map.Entry<Integer, Integer> before = ends.floorEntry(stretch.from());
        Map.Entry<Integer, Integer> behind = ends.ceilingEntry(stretch.from() + stretch.length() - 1);
        return (before == null || before.getValue() <= stretch.at())
                && (behind == null || behind.getValue() >= stretch.at() + stretch.length() - 1);
    }

    private List<Stretch> stretches() {
        Map<String, List<Integer>> seeds = new HashMap<>();
        for (int at = 0; at + seed <= text.length(); at++) {
            List<Integer> same = seeds.computeIfAbsent(text.substring(at, at + seed), key -> new ArrayList<>());
            if (same.size() < MAX_PLACES) {
                same.add(at);
            }
        }
        List<Stretch> found = new ArrayList<>();
        // the end on the page of the last stretch with the same distance of its places
        int[] reached = new int[text.length() + page.length() + 1];
        long work = (long) MAX_WORK * (text.length() + page.length());
        for (int at = 0; at + seed <= page.length() && work > 0; at++) {
            for (int from : seeds.getOrDefault(page.substring(at, at + seed), List.of())) {
                int distance = at - from + text.length();
                if (reached[distance] <= at) {
                    int back = equalBefore(at, from, at - reached[distance]);
                    int length = back + equalLength(at, from);
                    reached[distance] = at - back + length;
                    work -= length;
                    found.add(new Stretch(at - back, from - back, length));
                }
            }
        }
        return found;
    }

    /** Returns the number of equal characters before, up to {@code max}: the sequences of the first may be too common. */
    private int equalBefore(int at, int from, int max) {
        int length = 0;
        while (length < Math.min(max, from) && page.charAt(at - length - 1) == text.charAt(from - length - 1)) {
            length++;
        }
        return length;
    }

    private int equalLength(int at, int from) {
        int length = 0;
        while (at + length < page.length()
                && from + length < text.length()
                && page.charAt(at + length) == text.charAt(from + length)) {
            length++;
        }
        return length;
    }

    /** Takes the parts of a stretch that are free on both sides and long enough. */
    private boolean take(Stretch stretch) {
        boolean isTaken = false;
        int start = 0;
        for (int i = 0; i <= stretch.length(); i++) {
            boolean isFree = i < stretch.length() && !taken[stretch.at() + i] && places[stretch.from() + i] < 0;
            if (!isFree) {
                if (i - start >= seed) {
                    for (int free = start; free < i; free++) {
                        taken[stretch.at() + free] = true;
                        places[stretch.from() + free] = stretch.at() + free;
                    }
                    ends.put(stretch.from() + start, stretch.at() + start);
                    ends.put(stretch.from() + i - 1, stretch.at() + i - 1);
                    isTaken = true;
                }
                start = i + 1;
            }
        }
        return isTaken;
    }

    private boolean takeNear(Stretch stretch) {
        return isNear(stretch) && take(stretch);
    }

    /** Returns whether the characters just before or behind a stretch lead to expect it about there. */
    private boolean isNear(Stretch stretch) {
        for (int back = 1; back <= NEAR && stretch.from() - back >= 0; back++) {
            int place = places[stretch.from() - back];
            if (place >= 0) {
                if (Math.abs(place + back - stretch.at()) <= NEAR) {
                    return true;
                }
                break;
            }
        }
        int end = stretch.from() + stretch.length();
        for (int ahead = 0; ahead < NEAR && end + ahead < places.length; ahead++) {
            int place = places[end + ahead];
            if (place >= 0) {
                return Math.abs(place - ahead - stretch.at() - stretch.length()) <= NEAR;
            }
        }
        return false;
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        for (int at = 0; at + seed <= page.length(); at++) {
            counts.merge(page.substring(at, at + seed), 1, Integer::sum);
        }
        return counts;
    }

    /** Returns whether the page has some sequence of a stretch only once. */
    private boolean isUnique(Stretch stretch, Map<String, Integer> counts) {
        for (int i = 0; i + seed <= stretch.length(); i++) {
            if (counts.getOrDefault(page.substring(stretch.at() + i, stretch.at() + i + seed), 0) == 1) {
                return true;
            }
        }
        return false;
    }

    /** Aligns what is left between the stretches, and beside them, by shorter sequences that are in the same order. */
    private void fillGaps() {
        int at = 0;
        while (at < places.length) {
            int end = at;
            while (end < places.length && places[end] < 0) {
                end++;
            }
            if (end > at && end - at <= MAX_GAP) {
                fillGap(at, end);
            }
            at = end + 1;
        }
    }

    private void fillGap(int from, int to) {
        int before = from > 0 ? places[from - 1] + 1 : -1;
        int behind = to < places.length ? places[to] : -1;
        int slack = 2 * (to - from) + SHORT;
        int start = before >= 0 ? before : Math.max(0, behind - slack);
        int end = behind >= start ? behind : page.length();
        end = Math.min(end, start + slack);
        for (int at = from; at + SHORT <= to && (before >= 0 || behind >= 0); at++) {
            int found = freeSequence(at, start, end);
            if (found >= 0) {
                for (int i = 0; at < to && found + i < end && isFreeAndEqual(found + i, at); i++) {
                    taken[found + i] = true;
                    places[at++] = found + i;
                }
                at--;
                start = places[at] + 1;
            }
        }
    }

    /** Returns the first place from {@code start} of the short sequence at {@code at} of the text; -1 for none. */
    private int freeSequence(int at, int start, int end) {
        for (int place = start; place + SHORT <= end; place++) {
            if (isFreeAndEqual(place, at) && isFreeAndEqual(place + 1, at + 1)) {
                return place;
            }
        }
        return -1;
    }

    private boolean isFreeAndEqual(int place, int at) {
        return !taken[place] && page.charAt(place) == text.charAt(at);
    }
}
