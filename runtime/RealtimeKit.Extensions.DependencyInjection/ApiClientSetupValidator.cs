using Microsoft.Extensions.Options;

namespace RealtimeKit.Extensions.DependencyInjection;

/// <summary>Checks the options of a client when the program starts, instead of at the first call.</summary>
internal sealed class ApiClientSetupValidator(string clientName) : IValidateOptions<ApiClientSetup>
{
    public ValidateOptionsResult Validate(string? name, ApiClientSetup options)
    {
        if (name != clientName)
        {
            return ValidateOptionsResult.Skip;
        }

        try
        {
            options.Options!.Validate();
            options.Options.RequireCredential();
            return ValidateOptionsResult.Success;
        }
        catch (ArgumentException exception)
        {
            return ValidateOptionsResult.Fail($"{clientName}: {exception.Message}");
        }
    }
}
