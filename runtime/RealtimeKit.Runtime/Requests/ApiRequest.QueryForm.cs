using System.Text;
using RealtimeKit.Runtime.Parameters;
using RealtimeKit.Runtime.Text;

namespace RealtimeKit.Runtime.Wire;

public sealed partial class ApiRequest
{
    /// <summary>
    /// Adds the fields of a form to the query. A list becomes one pair for each item. A field replaces one with the same name in the
    /// query of the path. Null or an absent value is not sent.
    /// </summary>
    /// <param name="name">The name of the parameter, for messages.</param>
    /// <param name="value">The fields.</param>
    /// <param name="described">Fields for which the API description gives another format. Each replaces the field of its name.</param>
    /// <param name="required">True if the call fails without a value.</param>
    /// <exception cref="ArgumentException">The parameter is required and has no value, or a field contains nested lists or objects.</exception>
    public ApiRequest QueryForm(string name, ParameterValue? value, FormField[]? described = null, bool required = false)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        RequireValue("query", name, value, required);
        if (value is not { IsAbsent: false } present)
        {
            return this;
        }

        present.RequireSendable(name);
        present.CollectSecrets(ref _secrets);
        FormField[] others = described ?? [];
        foreach ((string member, ParameterValue memberValue) in present.Members ?? [])
        {
            if (Array.Exists(others, field => field.Name == member))
            {
                continue;
            }

            _pathQuery.Remove(member);
            _query ??= new StringBuilder();
            new ParameterLayout(_query, member, ReservedText.Encoded, encode: true).AppendPairs(memberValue, ParameterStyle.Form, explode: true, "&");
        }

        foreach (FormField field in others)
        {
            AddField(field);
        }

        return this;
    }

    private void AddField(FormField field)
    {
        if (field.Name is not { } name)
        {
            return;
        }

        _pathQuery.Remove(name);
        if (field.Secrets is { } secrets)
        {
            (_secrets ??= []).AddRange(secrets);
        }

        if (field.Text.Length > 0)
        {
            _query ??= new StringBuilder();
            _query.Append(_query.Length == 0 ? "" : "&").Append(field.Text);
        }
    }
}
