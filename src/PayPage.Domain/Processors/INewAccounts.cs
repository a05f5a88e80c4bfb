namespace PayPage.Domain.Processors;

/// <summary>Gives a new merchant an account at the processor that the site is set to. Calls nobody.</summary>
public interface INewAccounts
{
    ProcessorKind Kind { get; }

    Mode Mode { get; }

    ProcessorSecrets NewSecrets();
}
