package org.lingbao.local.faults.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.lingbao.local.demo.Api;
import org.lingbao.local.faults.Ground;
import org.lingbao.local.faults.Trial;
import org.lingbao.local.faults.events.Databases.Owner;
import org.lingbao.local.part.PartFailed;
import org.lingbao.local.part.Pause;
import org.lingbao.local.stack.Cell;
import org.lingbao.local.stack.Service;

/** The issuer's keys change, once as planned and once because one was stolen; then the issuer is away. */
record KeyRotation() implements Trial {
    private static final String DOOR = "/parked-messages";
    private static final int OK = 200;
    private static final int UNAUTHENTICATED = 401;

    /** Services read the issuer's keys every 3 s here; a machine that has much else to do takes a little longer. */
    private static final Duration READ = Duration.ofSeconds(8);

    private static final Duration WITHDRAWN = Duration.ofSeconds(15);

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public String sentence() {
        return "the issuer's signing key changes, is withdrawn, is replaced at once, and the issuer is away: no good token is"
                + " refused, no withdrawn key opens a door, no service starts again";
    }

    @Override
    public String run(Ground ground) {
        var before = ground.processes();
        var rotation = new Rotation(ground, new Databases(ground), new IssuerAdmin(ground), new Visitor(ground));
        var asked = rotation.planned();
        var withdrawn = rotation.stolen();
        rotation.away();
        before.remove("Keycloak");
        if (!ground.processes().entrySet().containsAll(before.entrySet())) {
            throw new PartFailed("a service has another process than before");
        }
        return "%d requests with old and new tokens accepted while the key changed, a withdrawn key opened nothing after %d ms"
                .formatted(asked, withdrawn);
    }

    /** On one stack. */
    private record Rotation(Ground ground, Databases databases, IssuerAdmin issuer, Visitor visitor) {
        private String token() {
            return new Api(ground.ports(), Cell.SHANDONG).signIn("operator");
        }

        /** Published first, and used when every service has read it; the old one goes when its last token has expired. */
        private int planned() {
            var old = token();
            var somebody = Newcomer.registers(ground).enrolls();
            somebody.isKnown(databases);
            asksEnrollment(somebody);
            var keys = issuer.keys();
            issuer.add(false);
            Pause.millis(READ.toMillis());
            var published = issuer.keys().stream()
                    .filter(key ->
                            keys.stream().noneMatch(known -> known.path("id").equals(key.path("id"))))
                    .findFirst()
                    .orElseThrow();
            issuer.activate(published, true);
            keys.forEach(key -> issuer.activate(key, false));
            var fresh = token();
            if (kid(fresh).equals(kid(old))) {
                throw new PartFailed("the new key does not sign");
            }
            var asked = 0;
            for (int round = 0; round < (ground.brief() ? 3 : 20); round++) {
                all(fresh, OK, "a token of the new key");
                all(old, OK, "a token of the old key that is published");
                asked += 2 * databases.owners().size();
            }
            keys.forEach(issuer::remove);
            var _ = refusedSoon(old, fresh);
            // what services ask each other they ask with tokens of their own, of the old key too
            asksEnrollment(new Newcomer(new Api(ground.ports(), Cell.SHANDONG), somebody.login(), somebody.person()));
            return asked;
        }

        /** The new key signs in the same moment in which the old one goes: nobody could read it before. */
        private long stolen() {
            var stolen = issuer.keys();
            var old = token();
            issuer.add(true);
            stolen.forEach(issuer::remove);
            var fresh = token();
            Calm.until(
                    "a token of a key that nobody has read before is taken",
                    READ,
                    () -> databases.owners().stream().allMatch(owner -> status(owner, fresh) == OK));
            return refusedSoon(old, fresh);
        }

        /** @return after how many milliseconds no service took it any more */
        private long refusedSoon(String old, String fresh) {
            var begun = System.nanoTime();
            Calm.until("no service takes a token of a withdrawn key", WITHDRAWN, () -> {
                all(fresh, OK, "a good token");
                return databases.owners().stream().allMatch(owner -> status(owner, old) == UNAUTHENTICATED);
            });
            return Duration.ofNanos(System.nanoTime() - begun).toMillis();
        }

        /** The known keys are good, unknown ones are not asked for in vain, and everybody is ready. */
        private void away() {
            var known = token();
            all(known, OK, "a good token");
            ground.kill("Keycloak");
            try {
                all(known, OK, "a good token, while the issuer is away,");
                all(ofUnknownKey(known), UNAUTHENTICATED, "a token of an unknown key, while the issuer is away,");
                Pause.millis(READ.toMillis());
                all(known, OK, "a good token, while the issuer has been away for some time,");
                for (var owner : databases.owners()) {
                    var _ = visitor.page(owner, "/q/health/ready", "");
                }
            } finally {
                ground.startMissing().run();
            }
            all(token(), OK, "a token of the issuer that is back");
        }

        /** Whatever the law says of it, it is said: transfer has asked enrollment who the person is. */
        private static void asksEnrollment(Newcomer somebody) {
            var body = Map.of(
                    "personId",
                    somebody.person(),
                    "oldPlace",
                    "210200",
                    "newPlace",
                    "370700",
                    "statements",
                    Map.of("drawingPension", false));
            var api = somebody.api();
            var reply = api.post(Service.TRANSFER, "/transfers", api.signIn(somebody.login()), Newcomer.fresh(), body);
            if (reply.status() >= 500 || reply.status() == UNAUTHENTICATED) {
                throw new PartFailed("transfer answered " + reply.status() + " where it asks enrollment");
            }
        }

        /** Fails unless every service answers so. */
        private void all(String token, int wanted, String what) {
            var others = new TreeMap<String, Integer>();
            for (var owner : databases.owners()) {
                var status = status(owner, token);
                if (status != wanted) {
                    others.put(owner.toString(), status);
                }
            }
            if (!others.isEmpty()) {
                throw new PartFailed(what + " is answered " + others + " instead of " + wanted);
            }
        }

        private int status(Owner owner, String token) {
            return visitor.get(owner, DOOR, token).status();
        }
    }

    private static String kid(String token) {
        return header(token).replaceFirst(".*\"kid\" ?: ?\"([^\"]*)\".*", "$1");
    }

    private static String header(String token) {
        return new String(Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), UTF_8);
    }

    /** The same token, as if another key had signed it. */
    static String ofUnknownKey(String token) {
        var header = header(token).replace(kid(token), "nobody-knows-it");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(header.getBytes(UTF_8))
                + token.substring(token.indexOf('.'));
    }
}
