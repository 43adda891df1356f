# What built-in containers, iterators and functions do when they need Python: a user's __eq__, __hash__, __lt__,
# __iter__ and the like, or iterators that are generators. Everything else is done in C++.
# Frames of this file are left out of tracebacks.
import _il

_missing = object()


# --- dict

def dict_getitem(d, key):
    h = hash(key)
    for k in _il.dict_candidates(d, h):
        if k is key or k == key:
            v = _il.dict_fetch(d, k, h, _missing)
            if v is not _missing:
                return v
    return _il.dict_missing(d, key)


def dict_get(d, key, otherwise):
    h = hash(key)
    for k in _il.dict_candidates(d, h):
        if k is key or k == key:
            return _il.dict_fetch(d, k, h, otherwise)
    return otherwise


def dict_contains(d, key):
    return dict_get(d, key, _missing) is not _missing


def dict_setitem(d, key, v):
    h = hash(key)
    while True:
        candidates = _il.dict_candidates(d, h)
        for k in candidates:
            if k is key or k == key:
                if _il.dict_replace(d, k, h, v):
                    return
                break
        else:
            if _il.dict_insert(d, key, h, v, candidates):
                return


def dict_setdefault(d, key, v):
    h = hash(key)
    while True:
        candidates = _il.dict_candidates(d, h)
        for k in candidates:
            if k is key or k == key:
                found = _il.dict_fetch(d, k, h, _missing)
                if found is not _missing:
                    return found
                break
        else:
            if _il.dict_insert(d, key, h, v, candidates):
                return v


def dict_delitem(d, key):
    h = hash(key)
    for k in _il.dict_candidates(d, h):
        if k is key or k == key:
            if _il.dict_remove(d, k, h):
                return
            break
    _il.raise_key_error(key)


def dict_pop(d, key, otherwise=_missing):
    h = hash(key)
    for k in _il.dict_candidates(d, h):
        if k is key or k == key:
            v = _il.dict_fetch(d, k, h, _missing)
            if v is not _missing and _il.dict_remove(d, k, h):
                return v
            break
    if otherwise is _missing:
        _il.raise_key_error(key)
    return otherwise


def dict_update_mapping(d, other):
    for k in other.keys():
        dict.__setitem__(d, k, other[k])


def _update_pair(d, n, pair):
    try:
        pair = tuple(pair)
    except TypeError:
        raise TypeError(f"cannot convert dictionary update sequence element #{n} to a sequence") from None
    if len(pair) != 2:
        raise ValueError(f"dictionary update sequence element #{n} has length {len(pair)}; 2 is required")
    dict.__setitem__(d, pair[0], pair[1])


def dict_update_pairs(d, pairs):
    n = 0
    for pair in pairs:
        _update_pair(d, n, pair)
        n += 1


def dict_update_rest(d, n, pair, it):
    _update_pair(d, n, pair)
    for pair in it:
        n += 1
        _update_pair(d, n, pair)


def dict_fromkeys(cls, keys, value):
    d = cls()
    for k in keys:
        d[k] = value
    return d


def dict_fromkeys_rest(d, key, keys, value):
    d[key] = value
    for k in keys:
        d[k] = value
    return d


def _dicts_equal(a, b):
    if len(a) != len(b):
        return False
    for k, v in _il.dict_pairs(a):
        w = dict_get(b, k, _missing)
        if w is _missing or not (w is v or v == w):
            return False
    return True


def dict_compare(a, b, op):
    return _dicts_equal(a, b) == (op == 2)


def items_contains(view, key, wanted):
    for k, v in view:
        if k is key or k == key:
            return v is wanted or v == wanted
    return False


def view_compare(a, b, op):
    if op == 2:
        return len(a) == len(b) and _all_in(a, b)
    if op == 3:
        return not (len(a) == len(b) and _all_in(a, b))
    if op == 0:
        return len(a) < len(b) and _all_in(a, b)
    if op == 1:
        return len(a) <= len(b) and _all_in(a, b)
    if op == 4:
        return len(a) > len(b) and _all_in(b, a)
    return len(a) >= len(b) and _all_in(b, a)


def _all_in(a, b):
    for x in a:
        if x not in b:
            return False
    return True


def view_operator(a, b, op):
    result = set(a)
    if op == '&':
        return result.intersection(b)
    if op == '-':
        result.difference_update(b)
    elif op == '|':
        result.update(b)
    else:
        result.symmetric_difference_update(b)
    return result


def view_isdisjoint(a, b):
    for x in b:
        if x in a:
            return False
    return True


# --- set

def set_contains(s, key):
    h = hash(key)
    for k in _il.set_candidates(s, h):
        if k is key or k == key:
            return True
    return False


def set_add(s, key):
    h = hash(key)
    while True:
        candidates = _il.set_candidates(s, h)
        for k in candidates:
            if k is key or k == key:
                return
        if _il.set_insert(s, key, h, candidates):
            return


def set_discard(s, key, must_exist):
    h = hash(key)
    for k in _il.set_candidates(s, h):
        if k is key or k == key:
            if _il.set_remove(s, k, h):
                return
            break
    if must_exist:
        _il.raise_key_error(key)


def set_update(s, iterable):
    for x in iterable:
        set_add(s, x)


def set_update_from(s, x, it):
    set_add(s, x)
    for x in it:
        set_add(s, x)


def _base(s):
    return set if _il.kind(s) == 'set' else frozenset


def set_method_of_iterables(name, s, *others):
    others = [o if _il.kind(o) in ('set', 'frozenset', 'dict') else list(o) for o in others]
    return getattr(_base(s), name)(s, *others)


def _combined(name, s, others):
    result = set()
    for x in _il.items(s):
        set_add(result, x)
    for other in others:
        if name == 'union' or name == 'update':
            set_update(result, other)
        elif name.startswith('intersection'):
            kept = set()
            for x in other:
                if set_contains(result, x):
                    set_add(kept, x)
            result = kept
        elif name.startswith('difference'):
            for x in other:
                set_discard(result, x, False)
        else:
            unique = set()
            set_update(unique, other)
            for x in _il.items(unique):
                if set_contains(result, x):
                    set_discard(result, x, False)
                else:
                    set_add(result, x)
    return result


def set_method_in_python(name, s, *others):
    result = _combined(name, s, others)
    return result if _il.kind(s) == 'set' else frozenset(result)


def set_update_in_python(name, s, *others):
    if name == 'update':
        for other in others:
            set_update(s, other)
    elif name == 'difference_update':
        for other in others:
            for x in list(other):
                set_discard(s, x, False)
    else:
        _il.set_take_over(s, _combined(name, s, others))


def set_in_place(name, s, other):
    set_update_in_python(name, s, other)
    return s


def _subset(a, b):
    for x in _il.items(a):
        if not set_contains(b, x):
            return False
    return True


def set_compare(a, b, op):
    # The sizes have been compared already.
    return _subset(a, b) != (op == 3)


def set_relation(s, other, op):
    other = set(other)
    if op == 1:
        return _base(s).__le__(s, other)
    return _base(s).__ge__(s, other)


def set_isdisjoint(s, other):
    for x in other:
        if set_contains(s, x):
            return False
    return True


# --- sequences

def to_list(iterable):
    return [x for x in iterable]


def list_extend(items, iterable):
    append = list.append
    for x in iterable:
        append(items, x)


def call_index(v):
    n = type(v).__index__(v)
    if not isinstance(n, int):
        raise TypeError(f"__index__ returned non-int (type {type(n).__name__})")
    return n


def sequence_repeat(sequence, n):
    return sequence * call_index(n)


def _bound(v):
    return v if v is None or isinstance(v, int) else call_index(v)


def slice_resolved(s):
    return slice(_bound(s.start), _bound(s.stop), _bound(s.step))


def sequence_compare(a, b, op):
    x = _il.items(a)
    y = _il.items(b)
    if op == 2 and len(x) != len(y):
        return False
    if op == 3 and len(x) != len(y):
        return True
    n = min(len(x), len(y))
    i = 0
    while i < n and (x[i] is y[i] or x[i] == y[i]):
        i += 1
    if i < n:
        if op == 2:
            return False
        if op == 3:
            return True
        p = x[i]
        q = y[i]
    else:
        p = len(x)
        q = len(y)
    if op == 0:
        return p < q
    if op == 1:
        return p <= q
    if op == 2:
        return p == q
    if op == 3:
        return p != q
    if op == 4:
        return p > q
    return p >= q


def contains_from(items, wanted, i):
    items = _il.items(items)
    n = len(items)
    while i < n:
        if items[i] is wanted or items[i] == wanted:
            return True
        i += 1
    return False


def contains_by_iteration(iterable, wanted):
    for x in iterable:
        if x is wanted or x == wanted:
            return True
    return False


def sequence_count(items, wanted):
    n = 0
    for x in _il.items(items):
        if x is wanted or x == wanted:
            n += 1
    return n


def _index_from(items, wanted, i, stop):
    for x in _il.items(items)[i:stop]:
        if x is wanted or x == wanted:
            return i
        i += 1
    return -1


def list_index(items, wanted, i, stop):
    i = _index_from(items, wanted, i, stop)
    if i < 0:
        raise_not_in_list(wanted)
    return i


def tuple_index(items, wanted, i, stop):
    i = _index_from(items, wanted, i, stop)
    if i < 0:
        raise ValueError("tuple.index(x): x not in tuple")
    return i


def raise_not_in_list(x):
    raise ValueError(f"{x!r} is not in list")


def list_remove(items, wanted):
    i = 0
    for x in _il.items(items):
        if x is wanted or x == wanted:
            list.__delitem__(items, i)
            return
        i += 1
    raise ValueError("list.remove(x): x not in list")


def range_of_objects(*bounds):
    return range(*[b if isinstance(b, int) else call_index(b) for b in bounds])


def range_count(r, wanted):
    n = 0
    for x in r:
        if x == wanted:
            n += 1
    return n


def range_index(r, wanted):
    i = 0
    for x in r:
        if x == wanted:
            return i
        i += 1
    raise ValueError("sequence.index(x): x not in sequence")


def tuple_hash(items):
    hashes = []
    for x in _il.items(items):
        hashes.append(hash(x))
    return _il.mix_hashes(hashes)


def equals(a, b):
    return a is b or bool(a == b)


def not_(x):
    return not x


# --- sorting: stable merge sort by `<` alone

def _merge_sort(keys, order):
    n = len(order)
    if n <= 8:
        for i in range(1, n):
            at = order[i]
            key = keys[at]
            k = i
            while k > 0 and key < keys[order[k - 1]]:
                order[k] = order[k - 1]
                k -= 1
            order[k] = at
        return order
    middle = n // 2
    left = _merge_sort(keys, order[:middle])
    right = _merge_sort(keys, order[middle:])
    if not keys[right[0]] < keys[left[-1]]:
        return left + right
    merged = []
    append = merged.append
    i = k = 0
    while i < len(left) and k < len(right):
        if keys[right[k]] < keys[left[i]]:
            append(right[k])
            k += 1
        else:
            append(left[i])
            i += 1
    return merged + left[i:] + right[k:]


def _sorted_items(items, keys, reverse):
    result = _il.sort_pairs(keys, items, reverse)
    if result is not None:
        return result
    order = list(range(len(items)))
    if reverse:
        order.reverse()
    order = _merge_sort(keys, order)
    if reverse:
        order.reverse()
    return [items[i] for i in order]


def list_sort(target, key, reverse):
    items = _il.sort_begin(target)
    result = items
    try:
        keys = items if key is None else [key(x) for x in items]
        result = _sorted_items(items, keys, reverse)
    finally:
        untouched = _il.sort_end(target, result)
    if not untouched:
        raise ValueError("list modified during sort")


def sorted_iterable(iterable, key, reverse):
    result = [x for x in iterable]
    result.sort(key=key, reverse=reverse)
    return result


# --- repr and print

# One frame per level of nesting: what is nested deeper than recursion may go raises RecursionError.
def container_repr(x):
    kind = _il.kind(x)
    name = type(x).__name__
    if not _il.repr_enter(x):
        if kind == 'list':
            return '[...]'
        if kind == 'tuple':
            return '(...)'
        if kind == 'dict':
            return '{...}'
        return name + '(...)' if kind else '...'
    try:
        parts = []
        if kind == 'dict':
            for k, v in _il.dict_pairs(x):
                text = repr(k)
                parts.append(text + ': ' + repr(v))
            return '{' + ', '.join(parts) + '}'
        if kind == 'slice':
            return f'slice({x.start!r}, {x.stop!r}, {x.step!r})'
        for item in _il.items(x) if kind else x:
            parts.append(repr(item))
        text = ', '.join(parts)
        if kind == 'list':
            return '[' + text + ']'
        if kind == 'tuple':
            return '(' + text + (',)' if len(parts) == 1 else ')')
        if not kind:
            return name + '([' + text + '])'
        if not parts:
            return name + '()'
        if type(x) is set:
            return '{' + text + '}'
        return name + '({' + text + '})'
    finally:
        _il.repr_leave(x)


def ascii_repr(x):
    return _il.ascii_text(repr(x))


def print_objects(objects, sep, end, target, flush):
    if target is True or target is False:
        _il.write(target, sep.join([str(x) for x in objects]), end)
        return
    write = target.write
    first = True
    for x in objects:
        if first:
            first = False
        else:
            write(sep)
        write(str(x))
    write(end)
    if flush:
        target.flush()


# --- functions over iterables

def any_of(iterable):
    for x in iterable:
        if x:
            return True
    return False


def all_of(iterable):
    for x in iterable:
        if not x:
            return False
    return True


def any_of_rest(x, it):
    return True if x else any_of(it)


def all_of_rest(x, it):
    return all_of(it) if x else False


def sum_of(iterable, total):
    for x in iterable:
        total = total + x
    return total


def sum_of_rest(total, x, it):
    return sum_of(it, total + x)


def extreme(is_max, iterable, key, otherwise=_missing):
    best = _missing
    best_key = None
    for x in iterable:
        k = x if key is None else key(x)
        if best is _missing or (k > best_key if is_max else k < best_key):
            best = x
            best_key = k
    if best is not _missing:
        return best
    if otherwise is _missing:
        raise ValueError(f"{'max' if is_max else 'min'}() arg is an empty sequence")
    return otherwise


def extreme_rest(is_max, best, x, it):
    if x > best if is_max else x < best:
        best = x
    for x in it:
        if x > best if is_max else x < best:
            best = x
    return best


def enumerate_object(iterable, start):
    return _il.make_enumerate(iter(iterable), start)


def zip_objects(iterables, strict):
    return _il.make_zip([iter(x) for x in iterables], strict)


def map_objects(function, iterables):
    return _il.make_map(function, [iter(x) for x in iterables])


def filter_object(function, iterable):
    return _il.make_filter(function, iter(iterable))


def reversed_object(sequence):
    return _il.getitem_reversed(sequence, len(sequence))


def in_base(v, base):
    n = call_index(v)
    return hex(n) if base == 16 else oct(n) if base == 8 else bin(n)


def divmod_objects(a, b):
    method = getattr(type(a), '__divmod__', None)
    if method is not None:
        result = method(a, b)
        if result is not NotImplemented:
            return result
    method = getattr(type(b), '__rdivmod__', None)
    if method is not None and type(a) is not type(b):
        result = method(b, a)
        if result is not NotImplemented:
            return result
    raise TypeError(f"unsupported operand type(s) for divmod(): "
                    f"'{type(a).__name__}' and '{type(b).__name__}'")


# --- deque

def deque_extend(d, iterable):
    append = d.append
    for x in iterable:
        append(x)


def deque_extendleft(d, iterable):
    append = d.appendleft
    for x in iterable:
        append(x)


def deque_remove(d, wanted):
    i = 0
    for x in list(d):
        if x is wanted or x == wanted:
            del d[i]
            return
        i += 1
    raise ValueError(f"{wanted!r} is not in deque")


def deque_index(items, wanted, start, stop):
    n = len(items)
    start, stop, _ = slice(start, stop).indices(n)
    i = _index_from(items, wanted, start, stop)
    if i < 0:
        raise ValueError(f"{wanted!r} is not in deque")
    return i


def deque_repr(d, items, begin, end):
    if not _il.repr_enter(d):
        return '[...]'
    try:
        return begin + repr(items) + end
    finally:
        _il.repr_leave(d)
