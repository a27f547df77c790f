using RealtimeKit.Gen.Tests.Running;

namespace RealtimeKit.Gen.Tests.Naming;

/// <summary>The names of the members of enums.</summary>
public class EnumMemberNameTests
{
    [Theory]
    [InlineData("JobState", "JOB_STATE_UNSPECIFIED, JOB_STATE_RUNNING", "Unspecified Running")]
    [InlineData("ApiJobState", "JOB_STATE_UNSPECIFIED, JOB_STATE_RUNNING", "Unspecified Running")]
    [InlineData("Job-state", "jobStateUnspecified, jobStateRunning", "Unspecified Running")]
    [InlineData("ApiOpenSearchSize", "OPENSEARCH_SIZE_SMALL, OPENSEARCH_SIZE_LARGE", "Small Large")]
    [InlineData("ApiRunStatus", "EVALUATION_RUN_STATUS_UNKNOWN, EVALUATION_RUN_QUEUED", "EvaluationRunStatusUnknown EvaluationRunQueued")]
    [InlineData("ApiEvaluationRunStatus", "EVALUATION_RUN_STATUS_UNKNOWN, EVALUATION_RUN_QUEUED", "StatusUnknown Queued")]
    [InlineData("CardStatus", "CARD_PRESENT, CARD_ABSENT", "CardPresent CardAbsent")]
    [InlineData("JobState", "JOB_STATE_UNSPECIFIED, UNKNOWN", "JobStateUnspecified Unknown")]
    [InlineData("JobState", "JOB_STATE, JOB_STATE_RUNNING", "JobState JobStateRunning")]
    [InlineData("Load", "load_1, load_5", "Load1 Load5")]
    [InlineData("Load", "loaded, loading", "Loaded Loading")]
    [InlineData("Step", "step-go, step_go", "StepGo StepGo2")]
    [InlineData("Step", "-step_on, -step_off", "MinusStepOn MinusStepOff")]
    public void The_name_of_the_enum_that_all_values_begin_with_is_not_repeated(string name, string values, string expected) =>
        Assert.Equal(expected.Split(' '), MembersOf(name, $"{{ type: string, enum: [{values}] }}"));

    [Fact]
    public void A_name_that_the_author_gives_is_whole() => Assert.Equal(
        ["JobStateRunning", "JobStateDone"],
        MembersOf("JobState", "{ type: string, enum: [JOB_STATE_RUNNING, JOB_STATE_DONE], x-enum-varnames: [JobStateRunning, JobStateDone] }"));

    private static string[] MembersOf(string name, string schema) => GeneratorRunner.Run($$"""
        openapi: 3.0.3
        info: { title: Enums, version: '1' }
        paths:
          /a:
            get:
              operationId: a
              responses: { '200': { description: ok, content: { application/json: { schema: { $ref: '#/components/schemas/{{name}}' } } } } }
        components:
          schemas:
            {{name}}: {{schema}}
        """).Assembly.GetTypes().Single(static type => type.IsEnum).GetEnumNames();
}
