using NJsonSchema;

namespace RealtimeKit.Gen.Parsing.Schemas;

/// <summary>
/// Decides for each schema whether it or one of its parts, at any depth, meets a condition. All places that ask together visit each
/// schema once, although schemas may lead back to each other.
/// </summary>
/// <remarks>
/// The schemas of one circle have one answer. They are found by Tarjan's algorithm: a circle is complete when the search leaves its first
/// schema, and every schema that is open when the condition is met leads to the schema that meets it.
/// </remarks>
/// <param name="isMet">The condition.</param>
/// <param name="partsOf">Returns the parts of a schema, with or without references.</param>
internal sealed class SchemaSearch(Func<JsonSchema, bool> isMet, Func<JsonSchema, IEnumerable<JsonSchema>> partsOf)
{
    private readonly Memo<JsonSchema, bool> _known = new();

    /// <summary>Returns whether the schema leads to one that meets the condition.</summary>
    public bool Leads(JsonSchema actual)
    {
        if (Known(actual) is { } known)
        {
            return known;
        }

        Search search = new(this, isMet, partsOf);
        bool leads = search.Run(actual);
        foreach (JsonSchema open in search.Open)
        {
            Learn(open, leads);
        }

        return leads;
    }

    private bool? Known(JsonSchema actual) => _known.TryGet(actual, out bool leads) ? leads : null;

    private void Learn(JsonSchema actual, bool leads) => _known.Of(actual, leads, static (_, leads) => leads);

    /// <summary>One search, from one schema to those that nothing is known about.</summary>
    private sealed class Search(SchemaSearch all, Func<JsonSchema, bool> isMet, Func<JsonSchema, IEnumerable<JsonSchema>> partsOf)
    {
        private readonly Dictionary<JsonSchema, int> _numbers = [];
        private readonly Stack<Visit> _path = new();

        /// <summary>Gets the schemas whose circles are not complete.</summary>
        public Stack<JsonSchema> Open { get; } = new();

        public bool Run(JsonSchema first)
        {
            bool isFound = Enter(first);
            while (!isFound && _path.Count > 0)
            {
                Visit visit = _path.Peek();
                if (visit.Parts.MoveNext())
                {
                    isFound = Reach(visit, SchemaFacts.Follow(visit.Parts.Current));
                }
                else
                {
                    Leave(_path.Pop());
                }
            }

            return isFound;
        }

        private bool Reach(Visit visit, JsonSchema part)
        {
            if (all.Known(part) is { } known)
            {
                return known;
            }

            if (!_numbers.TryGetValue(part, out int number))
            {
                return Enter(part);
            }

            visit.Lowest = Math.Min(visit.Lowest, number);
            return false;
        }

        private bool Enter(JsonSchema schema)
        {
            _numbers.Add(schema, _numbers.Count);
            _path.Push(new Visit(_numbers.Count - 1, partsOf(schema).GetEnumerator()));
            Open.Push(schema);
            return isMet(schema);
        }

        private void Leave(Visit visit)
        {
            if (_path.Count > 0)
            {
                _path.Peek().Lowest = Math.Min(_path.Peek().Lowest, visit.Lowest);
            }

            while (visit.Lowest == visit.Number && Open.Count > 0 && _numbers[Open.Peek()] >= visit.Number)
            {
                all.Learn(Open.Pop(), leads: false);
            }
        }
    }

    /// <summary>A schema on the way from the first schema.</summary>
    private sealed class Visit(int number, IEnumerator<JsonSchema> parts)
    {
        public int Number { get; } = number;

        /// <summary>Gets or sets the number of the first open schema to which this one leads.</summary>
        public int Lowest { get; set; } = number;

        public IEnumerator<JsonSchema> Parts { get; } = parts;
    }
}
