package jirei;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Generates hostile texts and corrupt files from a seed; the same seed yields the same output. */
final class Garble {
    private static final List<String> FRAGMENTS = List.of(
            "(",
            ")",
            "（",
            "）",
            "\"",
            "“",
            "”",
            "「",
            "-",
            "－",
            "--",
            " OR ",
            " AND ",
            " NOT ",
            "｜",
            "|",
            ":",
            "：",
            "県:",
            "主体：",
            "見出し:",
            "*",
            "?",
            "~",
            "^2",
            "[a TO b]",
            "{",
            "}",
            "\\",
            "/",
            "/.*/",
            "&&",
            "||",
            "!",
            "+",
            "<",
            ">=",
            "# ",
            "## ",
            "---\n",
            "- ",
            "{#s1}",
            "種別: ",
            "|",
            "```",
            "\n",
            "\r\n",
            "\t",
            "\u0000",
            "\u001b",
            "\u0085",
            "\u200b",
            "\u202e",
            "\u2028",
            "\ufeff",
            "\ufffe",
            "\ud83d",
            "\ude00",
            "👨‍👩‍👧",
            "𠮷",
            "葛󠄀",
            "か\u3099",
            "e\u0301\u0302",
            "ｶﾞ",
            "ﷺ",
            "㍿",
            "ß",
            "İ",
            "ー",
            "々",
            "ゝ",
            "。",
            "、",
            "　",
            " ",
            "看取り",
            "みとり",
            "ミトリ",
            "医師会",
            "在宅医療",
            "寄合",
            "輪番",
            "夜",
            "1",
            "２",
            "１２，３４５",
            "%00",
            "%ZZ",
            "&amp;",
            "<script>",
            "${x}",
            "null");

    private final Random random;

    Garble(long seed) {
        this.random = new Random(seed);
    }

    /** Concatenates up to {@code limit} fragments; one in eight is a random code point instead. */
    String text(int limit) {
        var text = new StringBuilder();
        for (int count = random.nextInt(limit) + 1; count > 0; count--) {
            if (random.nextInt(8) == 0) {
                text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            } else {
                text.append(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
            }
        }
        return text.toString();
    }

    /** Returns {@code valid} with some ranges of bytes changed, removed, repeated, replaced by text, or truncated. */
    byte[] corrupt(byte[] valid) {
        byte[] bytes = valid.clone();
        for (int times = random.nextInt(6) + 1; times > 0 && bytes.length > 0; times--) {
            int start = random.nextInt(bytes.length);
            int end = Math.min(bytes.length, start + 1 + random.nextInt(40));
            byte[] middle =
                    switch (random.nextInt(5)) {
                        case 0 -> new byte[] {(byte) random.nextInt(256)};
                        case 1 -> new byte[0];
                        case 2 -> text(6).getBytes(StandardCharsets.UTF_8);
                        case 3 -> repeat(Arrays.copyOfRange(bytes, start, end));
                        default -> Arrays.copyOfRange(bytes, start, end);
                    };
            byte[] rest = random.nextInt(12) == 0 ? new byte[0] : Arrays.copyOfRange(bytes, end, bytes.length);
            bytes = concat(Arrays.copyOf(bytes, start), middle, rest);
        }
        return bytes;
    }

    /** Returns {@code zip} with one of its entries corrupted, so that the archive is valid but its content is not. */
    byte[] corruptEntry(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        List<String> names = List.copyOf(entries.keySet());
        entries.computeIfPresent(names.get(random.nextInt(names.size())), (name, bytes) -> corrupt(bytes));
        var out = new ByteArrayOutputStream();
        try (var packed = new ZipOutputStream(out)) {
            for (var entry : entries.entrySet()) {
                packed.putNextEntry(new ZipEntry(entry.getKey()));
                packed.write(entry.getValue());
            }
        }
        return out.toByteArray();
    }

    private byte[] repeat(byte[] part) {
        byte[] all = new byte[0];
        for (int times = random.nextInt(20); times >= 0; times--) {
            all = concat(all, part, new byte[0]);
        }
        return all;
    }

    private static byte[] concat(byte[] first, byte[] second, byte[] third) {
        byte[] all = Arrays.copyOf(first, first.length + second.length + third.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        System.arraycopy(third, 0, all, first.length + second.length, third.length);
        return all;
    }
}
