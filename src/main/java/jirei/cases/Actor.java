package jirei.cases;

/**
 * Actor (主体) of a section: an organization, a profession or a group of people, identified by its canonical name.
 * Immutable.
 *
 * @param name canonical name without surrounding white space, e.g. 医師会; not empty
 */
public record Actor(String name) implements Comparable<Actor> {
    /**
     * @throws IllegalArgumentException if {@code name} is blank
     */
    public Actor {
        name = VisibleText.strip(name);
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
