package shop.teams;

class Membership {
    boolean sameTeam(Integer first, Integer second) {
        return first == second; // finds: java.bug.boxed-number-compared-by-identity
    }

    boolean moved(Member member, Long wanted) {
        Long current = member.getTeamId();
        if (current != wanted) { // finds: java.bug.boxed-number-compared-by-identity
            return true;
        }
        return false;
    }

    boolean sameIndex(int first, int second) {
        return first == second; // ok: java.bug.boxed-number-compared-by-identity
    }

    boolean mixed(Long first, long second) {
        return first == second; // ok: java.bug.boxed-number-compared-by-identity
    }

    boolean known(Long first, Long second) {
        return first == null || second == null; // ok: java.bug.boxed-number-compared-by-identity
    }

    boolean same(Integer first, Integer second) {
        return first == second || (first != null && first.equals(second)); // ok: java.bug.boxed-number-compared-by-identity
    }
}
