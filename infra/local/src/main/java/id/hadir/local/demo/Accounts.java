package id.hadir.local.demo;

import id.hadir.local.Secrets;
import id.hadir.local.api.Api;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The demo's accounts, of every role; their passwords are made up once and kept as secrets. */
final class Accounts {

    /** An account and its password. */
    record Account(String username, String role, String name, String password) {}

    private final Api admin;
    private final Secrets secrets;
    private final List<Account> all = new ArrayList<>();

    Accounts(Api admin, Secrets secrets) {
        this.admin = admin;
        this.secrets = secrets;
    }

    List<Account> all() {
        return List.copyOf(all);
    }

    Account organiser(String place, String agencyName, String agencyId) {
        return add("panitia." + place, "organiser", "Panitia " + agencyName, agencyId, null);
    }

    Account desk(String place, String agencyName, String agencyId) {
        return add("petugas." + place, "desk", "Petugas presensi " + agencyName, agencyId, null);
    }

    Account official(String place, String name, @Nullable String regionCode) {
        return add("pejabat." + place, "official", name, null, regionCode);
    }

    private Account add(
            String username,
            String role,
            String name,
            @Nullable String agencyId,
            @Nullable String regionCode) {
        String password = secrets.findOrMake("demo-" + username);
        Map<String, String> request = new TreeMap<>();
        request.put("username", username);
        request.put("password", password);
        request.put("name", name);
        request.put("role", role);
        if (agencyId != null) {
            request.put("agencyId", agencyId);
        }
        if (regionCode != null) {
            request.put("regionCode", regionCode);
        }
        Api.Answer answer = admin.post("/api/accounts", request);
        if (!answer.isRefusedWith("username-taken")) {
            answer.orFail();
        }
        Account account = new Account(username, role, name, password);
        all.add(account);
        return account;
    }
}
