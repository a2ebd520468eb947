"""What prove-upgrade asks a running Tocsin before and after: upgrade.py DATA before|after FILE"""
import json, sys, time, urllib.error, urllib.request

data, when, file = sys.argv[1:]
LISTS = ["alerts", "stories", "articles", "topics", "feeds"]
# what goes on by itself, or is told of the moment of asking
MOVES = {"nextPoll", "lastPoll", "nextFetch", "lastFetch", "polls", "state", "silent", "health"}


def ask(path, body=None):
    run = json.load(open(data + "/run.json"))
    headers = {"Authorization": "Bearer " + open(data + "/admin.key").read().strip(), "Content-Type": "application/json"}
    request = urllib.request.Request(run["dashboard"] + path, headers=headers, data=body and json.dumps(body).encode())
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.loads(answer.read() or b"null")


def every(name):
    items, cursor = [], ""
    while cursor is not None:
        page = ask(f"/api/{name}?limit=100" + (f"&cursor={cursor}" if cursor else ""))
        if isinstance(page, list):
            return page
        items += page["items"]
        cursor = page.get("nextCursor")
    return items


def key(item):
    return str(item.get("id") or item.get("story") or item.get("url"))


def until(what, holds):
    for _ in range(240):
        try:
            if holds():
                return
        except (urllib.error.URLError, OSError):
            pass  # not up yet
        time.sleep(0.5)
    sys.exit("not within two minutes: " + what)


def letters():
    return len(every("dead-letters"))


def lost(path, was, now):
    """Each value of an object that was told before must be told as it was; fields may have come."""
    if isinstance(was, dict) and isinstance(now, dict):
        return [l for k, v in was.items() if k not in MOVES for l in lost(f"{path}.{k}", v, now.get(k))]
    if isinstance(was, list) and isinstance(now, list) and len(was) == len(now):
        return [l for i, v in enumerate(was) for l in lost(f"{path}[{i}]", v, now[i])]
    return [] if was == now else [f"{path}: {json.dumps(was)[:100]} is now {json.dumps(now)[:100]}"]


if when == "before":
    until("three alerts of the sample", lambda: len(every("alerts")) >= 3)
    story = every("alerts")[0]["story"]
    ask(f"/api/alerts/{story}/verdicts", {"verdict": "acknowledged", "note": "before the upgrade"})
    sizes = []
    until("the sample is through", lambda: sizes.append([len(every(n)) for n in LISTS]) or len(sizes) > 12 and len(set(map(tuple, sizes[-12:]))) == 1)
    json.dump({"lists": {n: every(n) for n in LISTS}, "letters": letters()}, open(file, "w"))
    print("before:", dict(zip(LISTS, sizes[-1])))
else:
    before = json.load(open(file))
    wrong = []
    for name, was in before["lists"].items():
        now = {key(i): i for i in every(name)}
        for item in was:
            wrong += [f"{name} {key(item)} is gone"] if key(item) not in now else lost(f"{name} {key(item)}", item, now[key(item)])
    if letters() != before["letters"]:
        wrong.append(f"dead letters: {before['letters']} before, {letters()} now")
    fresh = {"externalId": "after-the-upgrade", "url": "https://news.example/after", "title": "After the upgrade", "text": "Protesters clashed with police in Almaty on Wednesday."}
    ask("/api/articles", [fresh])
    until("a new article is archived", lambda: any(a.get("externalId") == fresh["externalId"] for a in every("articles")))
    print("\n".join(wrong) or "after: all as it was, and a new article was archived")
    sys.exit(bool(wrong))
