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
    [InlineData("ApiRunStatus", "EVALUATION_RUN_STATUS_UNKNOWN, EVALUATION_RUN_QUEUED", "Unknown Queued")]
    [InlineData("ApiEvaluationRunStatus", "EVALUATION_RUN_STATUS_UNSPECIFIED, EVALUATION_RUN_QUEUED", "Unspecified Queued")]
    [InlineData("Run", "EVALUATION_RUN_STATUS_UNKNOWN, EVALUATION_RUN_UNKNOWN", "StatusUnknown Unknown")]
    [InlineData("Run", "EVALUATION_RUN_STATUS_UNKNOWN, EVALUATION_RUN_STATE_UNKNOWN", "StatusUnknown StateUnknown")]
    [InlineData("ListModelsUsecase", "MODEL_USECASE_UNKNOWN, MODEL_USECASE_AGENT", "Unknown Agent")]
    [InlineData("ListModelsUsecase", "modelUsecaseUnknown, modelUsecaseAgent", "ModelUsecaseUnknown ModelUsecaseAgent")]
    [InlineData("Region", "US_EAST_1, US_EAST_2", "UsEast1 UsEast2")]
    [InlineData("Region", "NOT_FOUND, NOT_FOUND_HERE", "NotFound NotFoundHere")]
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

    [Theory]
    [InlineData("'1h', '24h', auto", "Value1h Value24h Auto")]
    [InlineData("'1.0', '1.1'", "Value1_0 Value1_1")]
    [InlineData("'2fa_disabled', all", "Value2faDisabled All")]
    [InlineData("'+1', '-1', heart", "Plus1 Minus1 Heart")]
    [InlineData("'1.0', '1-0', Value1_0", "Value1_0_3 Value1_0_2 Value1_0")]
    [InlineData("'1h', Value1h", "Value1h2 Value1h")]
    public void A_member_whose_value_begins_with_a_digit_begins_with_a_word(string values, string expected) =>
        Assert.Equal(expected.Split(' '), MembersOf("Window", $"{{ type: string, enum: [{values}] }}"));

    [Theory]
    [InlineData("GMT+12, GMT-12, GMT-13, GMT0", "GmtPlus12 GmtMinus12 GmtMinus13 Gmt0")]
    [InlineData("GMT-13, GMT+14, GMT0", "Gmt13 Gmt14 Gmt0")]
    [InlineData("GMT+12, GMT-12, GMT-13, GmtMinus13", "GmtPlus12 GmtMinus12 Gmt13 GmtMinus13")]
    [InlineData("a<, a, GMT-13", "ALessThan A Gmt13")]
    public void All_values_spell_out_their_signs_if_one_does(string values, string expected) =>
        Assert.Equal(expected.Split(' ').Order(), MembersOf("Zone", $"{{ type: string, enum: [{values}] }}").Order());

    [Fact]
    public void Values_of_numbers_and_of_text_with_digits_have_the_same_names() => Assert.Equal(
        MembersOf("Window", "{ type: integer, enum: [1, 24, -1] }").Order(),
        MembersOf("Window", "{ type: string, enum: ['1', '24'] }").Append("ValueMinus1").Order());

    [Fact]
    public void An_integer_is_one_value_however_it_is_written() =>
        Assert.Equal(["Value1", "Value2"], MembersOf("Level", "{ type: integer, enum: [1, 1.0, 2e0] }").Order());

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
