package jirei.cases;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognizes the names of all prefectures and municipalities. Width, kana script, white space and letters that vary in
 * place names (ヶ, ケ and が; ツ and ッ; ノ, の and 之; 檮 and 梼) are ignored. Stateless.
 */
public final class Gazetteer {
    private static final String VARYING = "ヶヵガカ箇ッ之檮";
    private static final String USUAL = "ケケケケケツノ梼";
    /** A shorter name without its suffix is a common word, such as 森 or 津. */
    private static final int MIN_BARE_LENGTH = 2;
    /** A town or village with its county, and the prefecture in front if it is named. */
    private static final Pattern OF_COUNTY = Pattern.compile("(北海道|東京都|京都府|大阪府|..県|...県)?.+郡(.+[町村])");

    private Gazetteer() {}

    /**
     * Returns the places called {@code typed}, with or without prefecture and suffix, or in kana with the suffix: 青森 is
     * the prefecture and the city. Prefectures first, then in the order of the codes; empty for any other text.
     */
    public static List<Place> named(String typed) {
        List<Place> places = Table.BY_ANY_NAME.getOrDefault(folded(typed), List.of());
        return places.isEmpty()
                ? Municipalities.matching(typed).stream().map(Place::of).toList()
                : places;
    }

    /**
     * Returns the places whose name with its suffix is {@code typed}, with or without prefecture; a prefecture may lack
     * the suffix. Such a name is hardly ever another word, even at the beginning of a compound.
     */
    public static List<Place> namedInFull(String typed) {
        return Table.BY_FULL_NAME.getOrDefault(folded(typed), List.of());
    }

    /**
     * Returns the municipalities whose name with its suffix is {@code typed}, with or without prefecture and county, as
     * 茨城県久慈郡大子町; several if they share the name, in the order of the codes.
     */
    public static List<Municipality> municipalitiesCalled(String typed) {
        String name = folded(typed);
        List<Place> places = Table.BY_FULL_NAME.getOrDefault(name, List.of());
        Matcher ofCounty = OF_COUNTY.matcher(name);
        if (places.isEmpty() && ofCounty.matches()) {
            String prefecture = ofCounty.group(1) == null ? "" : ofCounty.group(1);
            places = Table.BY_FULL_NAME.getOrDefault(prefecture + ofCounty.group(2), List.of());
        }
        return places.stream().map(Place::municipality).filter(Objects::nonNull).toList();
    }

    private static String folded(String name) {
        var folded = new StringBuilder(
                Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", ""));
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            char katakana = c >= 'ぁ' && c <= 'ゖ' ? (char) (c + 'ァ' - 'ぁ') : c;
            int varying = VARYING.indexOf(katakana);
            folded.setCharAt(i, varying < 0 ? katakana : USUAL.charAt(varying));
        }
        return folded.toString();
    }

    /** The places by folded name, built on first use. */
    private static final class Table {
        static final Map<String, List<Place>> BY_FULL_NAME = new HashMap<>();
        static final Map<String, List<Place>> BY_ANY_NAME = new HashMap<>();

        static {
            for (Prefecture prefecture : Prefecture.values()) {
                Place place = Place.of(prefecture);
                add(place, BY_FULL_NAME, place.name(), bare(place));
                add(place, BY_ANY_NAME, place.name(), bare(place));
            }
            for (Municipality municipality : Municipality.all()) {
                Place place = Place.of(municipality);
                add(place, BY_FULL_NAME, place.name(), place.fullName());
                add(place, BY_ANY_NAME, place.name(), place.fullName(), bare(place));
            }
        }

        private static void add(Place place, Map<String, List<Place>> places, String... names) {
            for (String name : names) {
                List<Place> sharing = places.computeIfAbsent(folded(name), key -> new ArrayList<>());
                if (!sharing.contains(place)) {
                    sharing.add(place);
                }
            }
        }

        /** Returns the name without its suffix; 北海道 and very short names keep it. */
        private static String bare(Place place) {
            String bare = place.name().substring(0, place.name().length() - 1);
            return place.equals(Place.of(Prefecture.HOKKAIDO)) || bare.length() < MIN_BARE_LENGTH ? place.name() : bare;
        }
    }
}
