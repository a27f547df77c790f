namespace RealtimeKit.Gen.Tests.Walls.Il;

/// <summary>
/// Finds the methods that can be reached from given methods. A virtual call reaches the overrides of every type that is
/// instantiated on the way. The platform can call every override of its own methods.
/// </summary>
internal sealed class Reach
{
    /// <summary>The methods that collections, comparers and formatting of the platform call on their objects.</summary>
    private static readonly string[] _calledByPlatform =
    [
        "Equals", "GetHashCode", "ToString", "CompareTo", "Dispose", "GetEnumerator", "MoveNext", "get_Current", "get_Count", "get_Item", "get_Keys",
        "get_Values", "CopyTo", "Contains",
        "TryGetValue", "InsertItem", "SetItem", "RemoveItem", "ClearItems", "OnCollectionChanged", "OnPropertyChanged",
    ];

    private readonly Dictionary<MethodText, DeclaredMethod> _methods;
    private readonly ILookup<string, DeclaredMethod> _methodsOf;
    private readonly Dictionary<string, DeclaredType> _types;
    private readonly Dictionary<MethodText, MethodText?> _reached = [];
    private readonly Func<MethodText, bool> _isDeferring;
    private readonly Queue<DeclaredMethod> _open = new();
    private readonly Dictionary<string, MethodText?> _made = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MethodText?> _calls = new(StringComparer.Ordinal);

    /// <param name="images">The assemblies.</param>
    /// <param name="isRoot">Whether a method can run to begin with.</param>
    /// <param name="isDeferring">Whether the delegates that a method makes are not called.</param>
    public Reach(IReadOnlyCollection<AssemblyImage> images, Func<MethodText, bool> isRoot, Func<MethodText, bool>? isDeferring = null)
    {
        _isDeferring = isDeferring ?? (static _ => false);
        DeclaredMethod[] methods = images.SelectMany(static image => image.Methods()).ToArray();
        _methods = methods.DistinctBy(static method => method.Text).ToDictionary(static method => method.Text);
        _methodsOf = methods.ToLookup(static method => method.Text.Type, StringComparer.Ordinal);
        _types = images.SelectMany(static image => image.Types()).ToDictionary(static type => type.Name, StringComparer.Ordinal);
        foreach (string name in _calledByPlatform)
        {
            _calls[name] = null;
        }

        foreach (DeclaredMethod method in methods.Where(method => isRoot(method.Text)))
        {
            Add(method, null);
        }

        while (_open.TryDequeue(out DeclaredMethod? method))
        {
            Visit(method);
        }
    }

    public IEnumerable<DeclaredMethod> Methods => _reached.Keys.Select(method => _methods[method]);

    /// <summary>The types that are made, or whose members are used.</summary>
    public IEnumerable<DeclaredType> Types => _reached.Keys.Select(static method => method.Type).Distinct().Select(type => _types[type]);

    /// <summary>The chain of calls that leads to a method, the last one first.</summary>
    public string WayTo(MethodText method)
    {
        var way = new List<string>();
        for (MethodText? step = method; step is not null && way.Count < 12; step = _reached[step])
        {
            way.Add(step.ToString());
        }

        return string.Join(" ← ", way);
    }

    private void Visit(DeclaredMethod method)
    {
        foreach (Mention mention in method.Image.Mentions(method))
        {
            if (mention.Method is not { } target)
            {
                AddStaticField(mention, method.Text);
                continue;
            }

            if (mention.Code == "ldftn" && _isDeferring(method.Text))
            {
                continue;
            }

            AddDeclared(target, method.Text);
            if (_types.TryGetValue(target.Type, out DeclaredType? type) && !type.IsLazy)
            {
                AddNamed(target.Type, ".cctor", method.Text);
            }

            if (mention.Code == "newobj")
            {
                Make(target.Type, method.Text);
            }
            else if (mention.Code is "callvirt" or "ldvirtftn" && _calls.TryAdd(target.Name, method.Text))
            {
                foreach (string made in _made.Keys.ToArray())
                {
                    AddVirtual(made, target.Name, method.Text);
                }
            }
        }
    }

    private void AddStaticField(Mention mention, MethodText from)
    {
        if (mention.Code is "ldsfld" or "ldsflda" or "stsfld")
        {
            AddNamed(mention.Type.Split(' ', '‹')[0], ".cctor", from);
        }
    }

    private void Make(string type, MethodText from)
    {
        if (_types.ContainsKey(type) && _made.TryAdd(type, from))
        {
            foreach (string name in _calls.Keys.ToArray())
            {
                AddVirtual(type, name, from);
            }
        }
    }

    /// <summary>The type's own method of that name and those that it inherits, also where it implements an interface by its full name.</summary>
    private void AddVirtual(string type, string name, MethodText from)
    {
        for (string? declaring = type; declaring is not null; declaring = BaseOf(declaring))
        {
            foreach (DeclaredMethod method in _methodsOf[declaring].Where(
                method => method.IsVirtual && (method.Text.Name == name || method.Text.Name.EndsWith("." + name, StringComparison.Ordinal))))
            {
                Add(method, from);
            }
        }
    }

    private void AddDeclared(MethodText target, MethodText from)
    {
        for (string? declaring = target.Type; declaring is not null; declaring = BaseOf(declaring))
        {
            if (_methods.TryGetValue(target with { Type = declaring }, out DeclaredMethod? method))
            {
                Add(method, from);
                return;
            }
        }
    }

    private void AddNamed(string type, string name, MethodText from)
    {
        foreach (DeclaredMethod method in _methodsOf[type].Where(method => method.Text.Name == name))
        {
            Add(method, from);
        }
    }

    private void Add(DeclaredMethod method, MethodText? from)
    {
        if (_reached.TryAdd(method.Text, from))
        {
            _open.Enqueue(method);
        }
    }

    private string? BaseOf(string type) =>
        _types.TryGetValue(type, out DeclaredType? declared) && declared.Base.Length > 0 ? declared.Base.Split('‹')[0] : null;
}
