package jirei.cases;

/**
 * Who acts (主体): an organisation, a profession or a group of people, by its canonical name.
 *
 * @param name the canonical name, as in 医師会
 */
public record Actor(String name) implements Comparable<Actor> {
    /**
     * @throws IllegalArgumentException if {@code name} is blank
     */
    public Actor {
        name = name.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("actor must have a name");
        }
    }

    @Override
    public int compareTo(Actor other) {
        return name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}
