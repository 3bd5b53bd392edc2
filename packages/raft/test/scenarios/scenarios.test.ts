import { testScenarios } from '../../../../tools/scenario-tests.js';
import { runScenario } from './run-scenario.js';

testScenarios(import.meta.url, runScenario);
