package jirei.intake.separation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import jirei.intake.facts.Field;
import jirei.intake.facts.FieldLabel;
import jirei.intake.facts.PlaceName;
import jirei.intake.headings.NumberSign;
import jirei.intake.source.Block;

/** Finds cases by the places that their headings name, or the lines below these. Not thread-safe. */
final class PlaceHeadings {
    private static final int MIN_CASES = 2;
    /** Number of blocks at the start of a part that may name its place. */
    private static final int SEARCH_BLOCKS = 3;

    private final List<Block> blocks;
    private final boolean mayBePrefecture;

    /** @param mayBePrefecture whether the place may be a prefecture alone */
    PlaceHeadings(List<Block> blocks, boolean mayBePrefecture) {
        this.blocks = blocks;
        this.mayBePrefecture = mayBePrefecture;
    }

    /** Returns the cases by municipality, or else by prefecture; {@link Separation#NONE} if there are fewer than two. */
    static Separation find(List<Block> blocks) {
        Separation found = new PlaceHeadings(blocks, false).find();
        return found.starts().isEmpty() ? new PlaceHeadings(blocks, true).find() : found;
    }

    /**
     * Divides at the headings of a level if most of them name different places, in themselves or right below, or at
     * the lines that are a place and nothing else.
     */
    private Separation find() {
        Map<Integer, List<Integer>> byLevel = new TreeMap<>();
        Map<Integer, List<Integer>> alone = new TreeMap<>();
        for (int at = 0; at < blocks.size(); at++) {
            Block block = blocks.get(at);
            if (block.isHeading()) {
                byLevel.computeIfAbsent(block.level(), level -> new ArrayList<>())
                        .add(at);
            }
            if (isPlaceAlone(block)) {
                alone.computeIfAbsent(
                                block.level() == 0 ? CaseStart.LAST_LEVEL : block.level(), level -> new ArrayList<>())
                        .add(at);
            }
        }
        return Stream.concat(
                        byLevel.entrySet().stream().map(entry -> atPlaces(entry.getKey(), entry.getValue(), true)),
                        alone.entrySet().stream().map(entry -> atPlaces(entry.getKey(), entry.getValue(), false)))
                .filter(found -> !found.starts().isEmpty())
                .findFirst()
                .orElse(Separation.NONE);
    }

    /** Returns whether a line is the name of a municipality behind that of its prefecture, and nothing else. */
    private static boolean isPlaceAlone(Block block) {
        return CaseStart.isLine(block)
                && PlaceName.isOnlyPlace(block.text())
                && PlaceName.afterPlace(block.text()).length() <= 1 // a bracket, and no office
                && PlaceName.starting(block.text())
                        .filter(place ->
                                place.isNamed() && !place.municipality().isEmpty())
                        .isPresent();
    }

    private Separation atPlaces(int level, List<Integer> lines, boolean areHeadings) {
        List<CaseStart> starts = new ArrayList<>();
        Set<String> places = new HashSet<>();
        Set<String> texts = new HashSet<>();
        for (int at : lines) {
            Optional<String> place =
                    areHeadings ? of(at) : Optional.of(blocks.get(at).text());
            boolean isAdjacent = !starts.isEmpty() && starts.getLast().at() == at - 1;
            if (isAdjacent) {
                return Separation.NONE; // a list of places
            }
            if (place.isPresent() && at + 1 < blocks.size()) {
                places.add(place.get());
                texts.add(blocks.get(at).text());
                starts.add(CaseStart.of(blocks, at));
            }
        }
        int differing = Math.min(places.size(), texts.size());
        boolean areCases = starts.size() >= MIN_CASES && 3 * differing > 2 * starts.size();
        if (!areCases) {
            return Separation.NONE;
        }
        int first = starts.getFirst().at();
        long others = lines.stream().filter(at -> at >= first).count() - starts.size();
        String sign = "「" + CaseStart.shortened(blocks.get(first).text()) + "」のような地名の見出し";
        return 2 * others > starts.size()
                ? Separation.NONE
                : new Separation(starts, level == CaseStart.LAST_LEVEL ? 0 : level, false, sign);
    }

    /** Returns the place of the part that starts at {@code at}: in its header, or alone or labelled on a line below. */
    Optional<String> of(int at) {
        String text = blocks.get(at).text();
        String header = CaseHeader.of(text)
                .map(CaseHeader::title)
                .or(() -> NumberSign.of(text)
                        .filter(sign -> sign.shape().isNumbered())
                        .map(NumberSign::rest))
                .orElse(text);
        Optional<String> named = PlaceName.in(header).stream()
                .filter(place -> place.isNamed() || PlaceName.isOnlyPlace(header))
                .filter(place -> mayBePrefecture || !place.municipality().isEmpty())
                .map(PlaceHeadings::name)
                .findFirst();
        return named.or(() -> placeBelow(at));
    }

    private Optional<String> placeBelow(int at) {
        for (int i = at + 1; i <= at + SEARCH_BLOCKS && i < blocks.size(); i++) {
            Block block = blocks.get(i);
            if (!CaseStart.isLine(block) && block.kind() != Block.Kind.ROW) {
                break;
            }
            boolean isLabelled = Field.of(List.of(block)).stream().anyMatch(PlaceHeadings::hasPlace);
            if (!block.isHeading() && (isLabelled || PlaceName.isOnlyPlace(block.text()))) {
                return Optional.of(block.text());
            }
        }
        return Optional.empty();
    }

    private static boolean hasPlace(Field field) {
        return field.kind() == FieldLabel.PLACE
                || (field.kind() == FieldLabel.ADDRESS
                        && PlaceName.starting(field.value()).isPresent());
    }

    private static String name(PlaceName place) {
        return (place.prefecture() == null ? "" : place.prefecture().fullName()) + place.municipality();
    }
}
